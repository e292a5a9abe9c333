package org.courant.ingest.worker;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/**
 * What the service measures:
 *
 * <ul>
 *   <li>{@code courant.ingest.polls} by source and outcome: items, not-modified, throttled, gone, failed. The share of
 *       not-modified is what conditional requests save;
 *   <li>{@code courant.ingest.items} by source and fate: emitted, unchanged, rejected;
 *   <li>{@code courant.dead.letters} by stage: what was rejected, under the name that it has in all services;
 *   <li>{@code courant.ingest.http} by politeness group: time of requests, the wait for the group's turn included;
 *   <li>{@code courant.ingest.freshness.age} by source: seconds since it last had something new;
 *   <li>{@code courant.ingest.workers} by state: starting, working, failing, fenced, ended; one that has ended leaves
 *       its partition to nobody;
 *   <li>{@code courant.ingest.seen.bytes} by partition: memory of what has been delivered;
 *   <li>{@code kafka.*}: what the producers and the member of the group measure themselves.
 * </ul>
 */
public final class IngestMetrics {
    private final MeterRegistry meters;
    private final InstantSource time;
    private final Map<String, Instant> lastChanges = new ConcurrentHashMap<>();
    private final Map<String, Gauge> ages = new ConcurrentHashMap<>();

    public IngestMetrics(MeterRegistry meters, InstantSource time) {
        this.meters = meters;
        this.time = time;
    }

    void poll(String sourceId, String outcome) {
        meters.counter("courant.ingest.polls", "source", sourceId, "outcome", outcome)
                .increment();
    }

    void items(String sourceId, String fate, int count) {
        meters.counter("courant.ingest.items", "source", sourceId, "fate", fate).increment(count);
    }

    /** Counts from zero, so that the first letter of a stage is a rise. */
    void deadLetters(String stage, int count) {
        meters.counter("courant.dead.letters", "stage", stage).increment(count);
    }

    void request(String group, Duration taken) {
        Timer.builder("courant.ingest.http")
                .tag("group", group)
                .register(meters)
                .record(taken);
    }

    /** From now on the age of a source counts from this instant. */
    void fresh(String sourceId, Instant lastChange) {
        lastChanges.put(sourceId, lastChange);
        ages.computeIfAbsent(
                sourceId,
                id -> Gauge.builder("courant.ingest.freshness.age", () -> age(id))
                        .tag("source", id)
                        .baseUnit("seconds")
                        .register(meters));
    }

    /** The source is somebody else's now. */
    void forget(String sourceId) {
        lastChanges.remove(sourceId);
        Gauge age = ages.remove(sourceId);
        if (age != null) {
            meters.remove(age);
        }
    }

    void workers(String state, LongSupplier count) {
        Gauge.builder("courant.ingest.workers", count, LongSupplier::getAsLong)
                .tag("state", state)
                .strongReference(true)
                .register(meters);
    }

    Gauge seen(int partition, SeenItems seen) {
        return Gauge.builder("courant.ingest.seen.bytes", seen, SeenItems::bytes)
                .tag("partition", String.valueOf(partition))
                .baseUnit("bytes")
                .register(meters);
    }

    /** The measurements of a producer, until they are closed. */
    KafkaClientMetrics watch(Producer<?, ?> producer) {
        KafkaClientMetrics metrics = new KafkaClientMetrics(producer);
        metrics.bindTo(meters);
        return metrics;
    }

    /** The measurements of a consumer, until they are closed. */
    KafkaClientMetrics watch(Consumer<?, ?> consumer) {
        KafkaClientMetrics metrics = new KafkaClientMetrics(consumer);
        metrics.bindTo(meters);
        return metrics;
    }

    void remove(Gauge gauge) {
        meters.remove(gauge);
    }

    private double age(String sourceId) {
        Instant lastChange = lastChanges.get(sourceId);
        return lastChange == null
                ? Double.NaN
                : Duration.between(lastChange, time.instant()).toMillis() / 1000.0;
    }
}
