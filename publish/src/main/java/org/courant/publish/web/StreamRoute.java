package org.courant.publish.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.HttpStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.function.BooleanSupplier;
import org.courant.publish.stream.ChangeStream;
import org.courant.publish.stream.StreamServlet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;

/**
 * The stream beside the routes: its answers last, and are written without waiting, which Javalin's response does not
 * know.
 */
final class StreamRoute {
    static final String PATH = "/api/stream";

    private final ChangeStream stream;
    private final BooleanSupplier isReady;
    private final Admission admission;

    StreamRoute(ChangeStream stream, BooleanSupplier isReady, Admission admission) {
        this.stream = stream;
        this.isReady = isReady;
        this.admission = admission;
    }

    void addTo(ServletContextHandler context) {
        ServletHolder servlet = new ServletHolder(new StreamServlet(stream, isReady, StreamRoute::refuse));
        servlet.setAsyncSupported(true);
        context.addServlet(servlet, PATH);
        FilterHolder filter = new FilterHolder((request, response, chain) -> {
            HttpServletRequest asked = (HttpServletRequest) request;
            HttpServletResponse answer = (HttpServletResponse) response;
            SecurityHeaders.addTo(answer);
            if (admission.admitStream(asked, answer)) {
                chain.doFilter(request, response);
            } else {
                refuse(asked, answer, HttpStatus.TOO_MANY_REQUESTS.getCode(), "too many requests; wait");
            }
        });
        filter.setAsyncSupported(true);
        context.addFilter(filter, PATH, EnumSet.of(jakarta.servlet.DispatcherType.REQUEST));
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status, String detail)
            throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(ProblemDetail.MEDIA_TYPE);
        response.getOutputStream()
                .write(new ObjectMapper()
                        .writeValueAsBytes(ProblemDetail.of(
                                status, HttpStatus.forStatus(status).getMessage(), detail, request.getRequestURI())));
    }
}
