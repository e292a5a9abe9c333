package org.courant.service.streams;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.courant.service.Fault;

/**
 * Decides whether a stream thread that has failed is replaced, and after which pause. Failures of the world are waited
 * out for as long as they last; for others there is a limit, since they would come again for ever.
 */
final class Replacements {
    static final int MOST = 5;
    static final Duration WINDOW = Duration.ofMinutes(10);

    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Deque<Instant> recent = new ArrayDeque<>();
    private final Deque<Instant> counted = new ArrayDeque<>();

    Replacements(InstantSource clock) {
        this.clock = clock;
    }

    /** The pause before the replacement; empty if there shall be none. */
    synchronized Optional<Duration> afterFailure(Fault fault) {
        Instant now = clock.instant();
        forget(recent, now);
        forget(counted, now);
        if (fault != Fault.WORLD) {
            counted.add(now);
            if (counted.size() > MOST) {
                return Optional.empty();
            }
        }
        recent.add(now);
        Duration pause = SHORTEST.multipliedBy(1L << Math.min(recent.size() - 1, 10));
        return Optional.of(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
    }

    private static void forget(Deque<Instant> failures, Instant now) {
        Instant oldest = now.minus(WINDOW);
        while (!failures.isEmpty() && failures.peek().isBefore(oldest)) {
            failures.remove();
        }
    }
}
