package org.courant.publish.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what cannot be answered: programs get a problem (RFC 9457), people a page. */
final class ErrorRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorRoutes.class);

    private final PageRoutes pages;

    ErrorRoutes(PageRoutes pages) {
        this.pages = pages;
    }

    void addTo(RoutesConfig routes) {
        routes.exception(HttpResponseException.class, (expected, context) -> {
            String message = expected.getMessage();
            answer(context, HttpStatus.forStatus(expected.getStatus()), message == null ? "" : message);
        });
        routes.exception(Exception.class, (bug, context) -> {
            LOG.error("{} {} failed", context.method(), context.path(), bug);
            answer(
                    context,
                    HttpStatus.INTERNAL_SERVER_ERROR,
                    "The request failed for a reason of ours; the log of the service says more.");
        });
    }

    private void answer(Context context, HttpStatus status, String message) {
        String title = status.getMessage();
        String detail =
                message.isBlank() || message.startsWith("Endpoint ") ? "There is nothing at this address." : message;
        context.status(status).header("Cache-Control", "no-store");
        if (Admission.isData(context.path())) {
            context.json(ProblemDetail.of(status.getCode(), title, detail, context.path()))
                    .contentType(ProblemDetail.MEDIA_TYPE);
        } else {
            pages.error(context, title, detail);
        }
    }
}
