package org.courant.ingest.http;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** What a reply means (RFC 9110, section 15). */
final class AnswerReader {
    private final InstantSource clock;

    AnswerReader(InstantSource clock) {
        this.clock = clock;
    }

    Answer read(Reply reply, Hops hops) {
        Instant now = clock.instant();
        String said = hops.current() + " answered " + reply.status();
        return switch (reply.status()) {
            case 200 -> ok(reply, hops, now);
            case 304 -> new Answer.NotModified(Freshness.of(reply, now));
            case 404 -> new Answer.NotFound(said + " (not found); check the URL");
            case 410 -> new Answer.Gone(said + " (gone); remove the source or give it another URL");
            case 429 -> new Answer.Throttled(retryAfter(reply, now), said + " (too many requests)");
            case 503 -> unavailable(reply, now, said);
            case 401, 403 -> failed(reply, said + " (forbidden); the server does not want to be asked");
            default -> failed(reply, said);
        };
    }

    private static Answer ok(Reply reply, Hops hops, Instant now) {
        return new Answer.Ok(
                reply.body(),
                reply.header("Content-Type").orElse(""),
                reply.header("ETag"),
                reply.header("Last-Modified"),
                Freshness.of(reply, now),
                hops.current(),
                hops.permanentlyMovedTo());
    }

    private static Answer unavailable(Reply reply, Instant now, String said) {
        Optional<Instant> retry = retryAfter(reply, now);
        return retry.isPresent()
                ? new Answer.Throttled(retry, said + " (unavailable)")
                : failed(reply, said + " (unavailable)");
    }

    private static Optional<Instant> retryAfter(Reply reply, Instant now) {
        return reply.header("Retry-After").flatMap(value -> RetryAfter.parse(value, now));
    }

    private static Answer failed(Reply reply, String reason) {
        return new Answer.Failed(
                reply.status(), reason, reply.body().length == 0 ? Optional.empty() : Optional.of(reply.body()));
    }
}
