package org.courant.publish.web;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** Measures requests by method, route and status; paths are not labels, since anyone can ask for any. */
record RequestTimer(MeterRegistry meters) {
    void record(Context context, float milliseconds) {
        Endpoint route = context.endpoints().matchedHttpEndpoint();
        meters.timer(
                        "courant.publish.http.requests",
                        "method",
                        context.method().name(),
                        "route",
                        route == null ? "none" : route.path,
                        "status",
                        String.valueOf(context.statusCode()))
                .record(Duration.ofNanos((long) (milliseconds * 1_000_000)));
    }
}
