package org.courant.enrich.languagemodel.ask;

import java.time.Duration;
import java.time.Instant;
import org.courant.schemas.SummaryRequest;
import org.jspecify.annotations.Nullable;

/** A request that has no answer yet, and how often it has been tried. */
final class OpenRequest {
    private static final int MOST_ATTEMPTS = 3;
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 8;

    private final String key;
    private final SummaryRequest request;
    private int made;
    private int failures;
    private @Nullable Instant firstFailure;
    private Instant notBefore = Instant.MIN;

    OpenRequest(String key, SummaryRequest request) {
        this.key = key;
        this.request = request;
    }

    String key() {
        return key;
    }

    SummaryRequest request() {
        return request;
    }

    /** Requests to the endpoint that have cost something. */
    int made() {
        return made;
    }

    boolean isDue(Instant now) {
        return !now.isBefore(notBefore);
    }

    void asked() {
        made++;
    }

    /** The endpoint has not dealt with it, so it counts neither as a request nor as an attempt. */
    void turnedAway() {
        made--;
    }

    /** Tried in vain; the next attempt waits twice as long as the one before. */
    void failed(Instant now) {
        firstFailure = firstFailure == null ? now : firstFailure;
        notBefore = now.plus(SHORTEST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS)));
        failures++;
    }

    /**
     * Whether to give up: it has failed often enough, and others have been answered since it first did. While the
     * endpoint answers nobody the text is not to blame.
     */
    boolean isHopeless(Instant lastAnswer) {
        return failures >= MOST_ATTEMPTS && firstFailure != null && lastAnswer.isAfter(firstFailure);
    }
}
