package org.courant.ingest.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.courant.schemas.Connector;
import org.courant.schemas.Source;

/**
 * When a source is polled next. Nothing here is random: the same source at the same instant gets the same answer.
 *
 * <p>arXiv is polled at its interval at weekends too; an unchanged feed costs one conditional request.
 */
public final class PollSchedule {
    /** Stands in a cursor for a source that is not to be polled again until its definition changes. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** A failed source is asked again after this long, then after twice as long, and so on ... */
    static final Duration FIRST_RETRY = Duration.ofMinutes(1);

    /** ... up to this: a laptop that comes back from a day without network should not stay silent for another. */
    static final Duration LONGEST_RETRY = Duration.ofHours(1);

    /** What a source may ask for at most. */
    static final Duration LONGEST_FLOOR = Duration.ofHours(24);

    /**
     * arXiv's Cache-Control runs to the next midnight in New York, also when what it served was yesterday's batch: a
     * client that obeys sleeps through today's.
     */
    static final Duration LONGEST_ARXIV_FLOOR = Duration.ofHours(1);

    private static final int SPREAD_PERCENT = 10;

    private final InstantSource time;

    public PollSchedule(InstantSource time) {
        this.time = time;
    }

    /**
     * After a good answer, changed or not.
     *
     * @param atLeast how long the source asks not to be polled again
     */
    public Instant afterSuccess(Source source, Optional<Duration> atLeast) {
        Duration every = Duration.ofMillis(source.getPollIntervalMillis());
        Duration cap = source.getConnector() == Connector.ARXIV ? LONGEST_ARXIV_FLOOR : LONGEST_FLOOR;
        Duration floor = shorter(atLeast.orElse(Duration.ZERO), cap);
        return time.instant().plus(longer(every, floor));
    }

    /** After an answer that has more to read at once: in turn with whatever else is due. */
    public Instant afterSlice() {
        return time.instant();
    }

    /**
     * After the source asked to be left alone.
     *
     * @param retryAt until when, where it said so
     * @param failures polls that failed in a row, this one included
     */
    public Instant afterThrottling(Source source, Optional<Instant> retryAt, int failures) {
        Instant backoff = afterFailure(source, failures);
        return retryAt.filter(asked -> asked.isAfter(backoff)).orElse(backoff);
    }

    /**
     * After a failure.
     *
     * @param failures polls that failed in a row, this one included
     */
    public Instant afterFailure(Source source, int failures) {
        int doublings = Math.min(Math.max(failures - 1, 0), 20);
        Duration backoff = shorter(FIRST_RETRY.multipliedBy(1L << doublings), LONGEST_RETRY);
        return time.instant().plus(backoff).plus(spread(source, backoff));
    }

    /** After 410 Gone. */
    public Instant afterGone() {
        return NEVER;
    }

    /** After the operator changed the definition. */
    public Instant afterChangeOfDefinition() {
        return time.instant();
    }

    /** Sources that failed together, because the network was down, do not all come back in one instant. */
    private static Duration spread(Source source, Duration delay) {
        int share = Math.floorMod(source.getId().hashCode(), 1000);
        return delay.multipliedBy(SPREAD_PERCENT * (long) share).dividedBy(100_000);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
