package org.courant.ingest.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets one request at a time through to a politeness group, and the next only after the group's interval.
 *
 * <p>The interval runs from the end of a request to the start of the next, so that the server sees at least the
 * interval between two arrivals however long one of them was under way.
 */
public final class HostGate {
    private final Pace pace;
    private final InstantSource clock;
    private final Pause pause;
    private final Map<String, Turnstile> turnstiles = new ConcurrentHashMap<>();

    /** How time passes while a request waits; tests move a clock instead. */
    public interface Pause {
        /** Really waits. */
        Pause SLEEP = duration -> Thread.sleep(duration.toMillis() + 1);

        void last(Duration duration) throws InterruptedException;
    }

    public HostGate(Pace pace, InstantSource clock, Pause pause) {
        this.pace = pace;
        this.clock = clock;
        this.pause = pause;
    }

    /** Tells the gate of a request that another process made, so that a group that changes hands keeps its pace. */
    public void remember(String group, Instant requestedAt) {
        Turnstile turnstile = turnstile(group);
        turnstile.lock.lock();
        try {
            Instant known = turnstile.lastUse;
            turnstile.lastUse = known == null || requestedAt.isAfter(known) ? requestedAt : known;
        } finally {
            turnstile.lock.unlock();
        }
    }

    /** Waits until the group may be asked; the turn is to be ended by this thread. */
    Turn enter(String group) throws InterruptedException {
        Turnstile turnstile = turnstile(group);
        turnstile.lock.lockInterruptibly();
        try {
            Duration wait = wait(pace.of(group), turnstile.lastUse);
            if (!wait.isZero()) {
                pause.last(wait);
            }
        } catch (InterruptedException | RuntimeException givenUp) {
            turnstile.lock.unlock();
            throw givenUp;
        }
        return () -> {
            turnstile.lastUse = clock.instant();
            turnstile.lock.unlock();
        };
    }

    /** Never more than the interval, even if the clock was put back since. */
    private Duration wait(Duration interval, @Nullable Instant lastUse) {
        if (lastUse == null) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.instant(), lastUse.plus(interval));
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(interval) > 0 ? interval : left;
    }

    private Turnstile turnstile(String group) {
        return turnstiles.computeIfAbsent(group, name -> new Turnstile());
    }

    /** The right to make one request; the thread that has it ends it. */
    interface Turn {
        void end();
    }

    private static final class Turnstile {
        private final ReentrantLock lock = new ReentrantLock(true);
        private @Nullable Instant lastUse;
    }
}
