package org.courant.publish.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;

/** What happens to a request before it is looked at: who may read the answer, and whether it is answered now. */
final class Admission {
    private final CrossOrigin crossOrigin;
    private final ClientAddress address;
    private final RateLimit limit;

    Admission(WebSettings settings) {
        this.crossOrigin = new CrossOrigin(settings.corsOrigins());
        this.address = new ClientAddress(settings.addressHeader());
        this.limit = new RateLimit(settings.requestsPerMinute(), System::nanoTime);
    }

    /** Headers and limit, or an answer that says how long to wait. */
    void admit(Context context) {
        String path = context.path();
        if (isData(path)) {
            crossOrigin.addTo(context.req(), context.res());
        }
        if (isLimited(path) && !admit(context.req(), context.res())) {
            throw new HttpResponseException(
                    HttpStatus.TOO_MANY_REQUESTS.getCode(),
                    "too many requests; wait for as many seconds as Retry-After says",
                    Map.of());
        }
        if (isData(path) && context.req().getMethod().equals("OPTIONS")) {
            // A browser asks whether it may ask; the headers have answered.
            context.status(HttpStatus.NO_CONTENT).skipRemainingHandlers();
        }
    }

    /** The same for a request that Javalin does not see. */
    boolean admitStream(HttpServletRequest request, HttpServletResponse response) {
        crossOrigin.addTo(request, response);
        return admit(request, response);
    }

    private boolean admit(HttpServletRequest request, HttpServletResponse response) {
        Duration wait = limit.take(address.of(request));
        if (wait.isZero()) {
            return true;
        }
        response.setHeader("Retry-After", String.valueOf(wait.toSeconds() + 1));
        return false;
    }

    /** What programs read. */
    static boolean isData(String path) {
        return path.startsWith("/api/")
                || path.startsWith("/feeds/")
                || path.equals("/openapi.json")
                || path.equals("/sources.opml");
    }

    /** All but what a browser keeps and what an operator probes. */
    private static boolean isLimited(String path) {
        return isData(path)
                || path.equals("/")
                || path.startsWith("/editions/")
                || path.startsWith("/entries/")
                || path.startsWith("/search");
    }
}
