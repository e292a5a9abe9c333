package org.courant.publish.web;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The description of the API, OpenAPI 3.1. */
final class OpenApiRoute {
    private final byte[] document;

    OpenApiRoute() {
        try (InputStream file = OpenApiRoute.class.getResourceAsStream("/openapi.json")) {
            if (file == null) {
                throw new IllegalStateException("openapi.json is missing from this build");
            }
            document = file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("openapi.json cannot be read", unreadable);
        }
    }

    void addTo(RoutesConfig routes) {
        Routes.get(
                routes,
                "/openapi.json",
                context -> context.contentType("application/json")
                        .header("Cache-Control", "no-cache")
                        .result(document));
    }
}
