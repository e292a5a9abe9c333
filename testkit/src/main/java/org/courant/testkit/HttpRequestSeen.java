package org.courant.testkit;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A request that an {@link HttpFixture} has received.
 *
 * @param method such as {@code GET}
 * @param uri path and query
 * @param headers looked up without regard to case
 * @param body as UTF-8 text
 * @param nanoTime {@link System#nanoTime} of its arrival, for intervals between requests
 */
public record HttpRequestSeen(String method, URI uri, Headers headers, String body, long nanoTime) {
    static HttpRequestSeen of(HttpExchange exchange) throws IOException {
        long nanoTime = System.nanoTime();
        byte[] body = exchange.getRequestBody().readAllBytes();
        return new HttpRequestSeen(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders(),
                new String(body, StandardCharsets.UTF_8),
                nanoTime);
    }

    /** The first header of that name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }
}
