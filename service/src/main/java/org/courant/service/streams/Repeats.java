package org.courant.service.streams;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Decides which of many failures of one kind are worth a line of the log: the first, and then one a minute. */
final class Repeats {
    static final Duration INTERVAL = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<String, Kind> kinds = new ConcurrentHashMap<>();

    Repeats(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Takes in a failure.
     *
     * @param kind one of few, since each is remembered
     * @return if a line is due, how many failures before this one have had none
     */
    OptionalLong untold(String kind) {
        return kinds.computeIfAbsent(kind, unseen -> new Kind()).failed(clock.instant());
    }

    private static final class Kind {
        private @Nullable Instant lastLine;
        private long untold;

        synchronized OptionalLong failed(Instant now) {
            if (lastLine != null && now.isBefore(lastLine.plus(INTERVAL))) {
                untold++;
                return OptionalLong.empty();
            }
            long before = untold;
            lastLine = now;
            untold = 0;
            return OptionalLong.of(before);
        }
    }
}
