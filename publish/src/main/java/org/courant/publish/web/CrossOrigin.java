package org.courant.publish.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/**
 * Lets pages of other origins read what the operator lets them read (the CORS protocol of the Fetch standard). Nothing
 * here depends on credentials, and none are allowed.
 *
 * @param origins such as {@code https://dash.example.org}; {@code *} for all
 */
record CrossOrigin(List<String> origins) {
    void addTo(HttpServletRequest request, HttpServletResponse response) {
        if (origins.isEmpty()) {
            return;
        }
        String origin = request.getHeader("Origin");
        if (origins.contains("*")) {
            response.setHeader("Access-Control-Allow-Origin", "*");
        } else {
            response.addHeader("Vary", "Origin");
            if (origin == null || !origins.contains(origin)) {
                return;
            }
            response.setHeader("Access-Control-Allow-Origin", origin);
        }
        response.setHeader("Access-Control-Expose-Headers", "ETag, Link, Retry-After");
        if (request.getMethod().equals("OPTIONS")) {
            response.setHeader("Access-Control-Allow-Methods", "GET, HEAD");
            response.setHeader("Access-Control-Allow-Headers", "If-None-Match, Last-Event-ID, Accept");
            response.setHeader("Access-Control-Max-Age", "86400");
        }
    }
}
