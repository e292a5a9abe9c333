package org.courant.enrich.languagemodel.ask;

import java.time.Duration;
import java.time.Instant;

/**
 * When the next request may be made: evenly spaced, never in bursts, and not before the endpoint wants to hear of us
 * again. A process has the share of the rate that it has of the partitions.
 */
final class Pace {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int perMinute;
    private Instant next = Instant.MIN;

    Pace(int perMinute) {
        this.perMinute = perMinute;
    }

    boolean allows(Instant now) {
        return !now.isBefore(next);
    }

    /**
     * A request is made now.
     *
     * @param owned partitions of this process
     * @param partitions all partitions
     */
    void took(Instant now, int owned, int partitions) {
        pause(now, MINUTE.multipliedBy(partitions).dividedBy((long) perMinute * Math.max(1, owned)));
    }

    /** No request before a pause is over. */
    void pause(Instant now, Duration pause) {
        Instant end = now.plus(pause);
        next = end.isAfter(next) ? end : next;
    }
}
