package org.courant.publish.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;

/** Adds routes. */
final class Routes {
    private Routes() {}

    /** Answers GET, and HEAD with the same headers. */
    static void get(RoutesConfig routes, String path, Handler handler) {
        routes.get(path, handler);
        routes.head(path, handler);
    }
}
