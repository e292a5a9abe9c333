package org.courant.publish.view;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Measures the way from source to reader: from the moment at which an item was fetched to the moment at which its new
 * entry can be read here. Changes of entries that readers have already are not measured: what a replay or a later
 * delivery of another item brings about carries the time of an old one.
 */
final class EntryLatency {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30),
        Duration.ofHours(6)
    };

    private final Timer timer;
    private final InstantSource clock;

    EntryLatency(MeterRegistry meters, InstantSource clock) {
        this.clock = clock;
        this.timer = Timer.builder("courant.publish.latency")
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }

    /**
     * A new entry can be read from now on.
     *
     * @param fetched timestamp of its record, which is that of the newest item in it
     */
    void appeared(Instant fetched) {
        Duration latency = Duration.between(fetched, clock.instant());
        // The clock of another machine may be ahead.
        timer.record(latency.isNegative() ? Duration.ZERO : latency);
    }
}
