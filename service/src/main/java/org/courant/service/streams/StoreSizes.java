package org.courant.service.streams;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.Topology;

/**
 * How large the local state of an instance is, by store. Kafka Streams measures each store of each task (KIP-607);
 * exported like that, a topology of ten stores and six partitions would be more than a thousand series, and all of them
 * begin anew whenever a task moves.
 */
final class StoreSizes implements AutoCloseable {
    private static final String GROUP = "stream-state-metrics";
    private static final String STORE = "rocksdb-state-id";

    /** One scrape asks for all of them. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Supplier<? extends Map<MetricName, ? extends Metric>> metrics;
    private final InstantSource clock;
    private final MeterRegistry registry;
    private final List<Meter> meters = new ArrayList<>();
    private List<Metric> sizes = List.of();
    private Instant readAt = Instant.MIN;

    /**
     * Exports the sizes until it is closed.
     *
     * @param service whose stores they are
     * @param metrics of its KafkaStreams
     */
    StoreSizes(
            String service,
            Topology topology,
            Supplier<? extends Map<MetricName, ? extends Metric>> metrics,
            MeterRegistry registry,
            InstantSource clock) {
        this.metrics = metrics;
        this.clock = clock;
        this.registry = registry;
        for (String store : StoreNames.of(topology.describe())) {
            add("courant.store.bytes", "total-sst-files-size", service, store, "place", "disk");
            add("courant.store.bytes", "size-all-mem-tables", service, store, "place", "memory");
            add("courant.store.keys", "estimate-num-keys", service, store);
        }
        // All stores share one cache, and each of them tells the whole of it.
        meters.add(Gauge.builder("courant.store.cache.bytes", this, all -> all.most("block-cache-usage"))
                .tags("service", service)
                .register(registry));
    }

    private void add(String name, String property, String service, String store, String... more) {
        ToDoubleFunction<StoreSizes> size = all -> all.sum(property, store);
        meters.add(Gauge.builder(name, this, size)
                .tags("service", service, "store", store)
                .tags(more)
                .register(registry));
    }

    private double sum(String property, String store) {
        return current().stream()
                .filter(metric -> metric.metricName().name().equals(property)
                        && store.equals(metric.metricName().tags().get(STORE)))
                .mapToDouble(StoreSizes::value)
                .sum();
    }

    private double most(String property) {
        return current().stream()
                .filter(metric -> metric.metricName().name().equals(property))
                .mapToDouble(StoreSizes::value)
                .max()
                .orElse(0);
    }

    private static double value(Metric metric) {
        return metric.metricValue() instanceof Number number ? number.doubleValue() : 0;
    }

    private synchronized List<Metric> current() {
        Instant now = clock.instant();
        if (readAt.isBefore(now.minus(FRESH))) {
            sizes = metrics.get().values().stream()
                    .filter(metric -> metric.metricName().group().equals(GROUP)
                            && metric.metricName().tags().containsKey(STORE))
                    .<Metric>map(metric -> metric)
                    .toList();
            readAt = now;
        }
        return sizes;
    }

    @Override
    public void close() {
        meters.forEach(registry::remove);
    }
}
