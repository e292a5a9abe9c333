package org.courant.enrich.languagemodel.ask;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The time of the machine, and later as a test wants it. */
final class MovingClock implements InstantSource {
    private final AtomicReference<Duration> ahead;

    /** @param start what time it is now */
    MovingClock(Instant start) {
        this.ahead = new AtomicReference<>(Duration.between(Instant.now(), start));
    }

    void advance(Duration by) {
        ahead.updateAndGet(by::plus);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead.get());
    }
}
