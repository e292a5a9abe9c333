package org.courant.lab.faults.cluster;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for a condition, for a bounded time. */
public final class Waiting {
    private static final long POLL_MILLIS = 250;

    private Waiting() {}

    /**
     * Returns when it holds.
     *
     * @throws IllegalStateException where the time is up before
     */
    public static void until(String what, Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("%s: not there within %d s".formatted(what, atMost.toSeconds()));
            }
            pause(Duration.ofMillis(POLL_MILLIS));
        }
    }

    /** Sleeps; an interrupt ends it with an exception. */
    public static void pause(Duration duration) {
        try {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
