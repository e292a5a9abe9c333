package org.courant.publish.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.courant.publish.view.Position;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/**
 * Answers {@code /api/stream}. The header {@code Last-Event-ID} tells what the client has seen; the parameter
 * {@code after} says the same for a first request, on which a browser cannot set headers. Without either the stream
 * begins now.
 */
public final class StreamServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    private final transient ChangeStream stream;
    private final transient BooleanSupplier isReady;
    private final transient Refusal refusal;

    /** Answers a request that gets no stream. */
    public interface Refusal {
        void answer(HttpServletRequest request, HttpServletResponse response, int status, String detail)
                throws IOException;
    }

    /** @param isReady false while the topic is still being read for the first time */
    public StreamServlet(ChangeStream stream, BooleanSupplier isReady, Refusal refusal) {
        this.stream = stream;
        this.isReady = isReady;
        this.refusal = refusal;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = Optional.ofNullable(request.getHeader("Last-Event-ID"))
                .filter(value -> !value.isBlank())
                .or(() -> Optional.ofNullable(request.getParameter("after")))
                .orElse("");
        Optional<Position> seen = id.isBlank() ? Optional.of(stream.end()) : Position.parse(id.strip());
        if (seen.isEmpty()) {
            refusal.answer(
                    request,
                    response,
                    HttpServletResponse.SC_BAD_REQUEST,
                    "the id of the last event is none of ours; expected one such as 0:123,1:98");
        } else if (!isReady.getAsBoolean() || !stream.hasRoom()) {
            response.setHeader("Retry-After", "5");
            refusal.answer(
                    request,
                    response,
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    isReady.getAsBoolean()
                            ? "all places are taken; try again or ask another instance"
                            : "the digest is still being read; try again in a few seconds");
        } else {
            open(request, response, seen.get());
        }
    }

    private void open(HttpServletRequest request, HttpServletResponse response, Position seen) throws IOException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        // A proxy that gathers an answer before it passes it on would never pass this one on.
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        EndPoint connection = ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        stream.add(seen, context, connection::close);
    }
}
