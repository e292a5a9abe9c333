package org.courant.service.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Exports how far a group has committed in each of its partitions, and where these end. */
final class GroupMeters {
    private final MultiGauge positions;
    private final MultiGauge ends;

    GroupMeters(String service, MeterRegistry meters) {
        this.positions = gauge("courant.partition.position", service, meters);
        this.ends = gauge("courant.partition.end", service, meters);
    }

    private static MultiGauge gauge(String name, String service, MeterRegistry meters) {
        return MultiGauge.builder(name).tag("service", service).register(meters);
    }

    void update(Map<TopicPartition, @Nullable OffsetAndMetadata> committed, Map<TopicPartition, Long> known) {
        List<TopicPartition> partitions = committed.entrySet().stream()
                .filter(entry -> entry.getValue() != null && known.containsKey(entry.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        positions.register(
                rows(
                        partitions,
                        partition -> Optional.ofNullable(committed.get(partition))
                                .map(OffsetAndMetadata::offset)
                                .orElse(0L)),
                true);
        ends.register(rows(partitions, partition -> known.getOrDefault(partition, 0L)), true);
    }

    void clear() {
        positions.register(List.of(), true);
        ends.register(List.of(), true);
    }

    private static List<MultiGauge.Row<?>> rows(List<TopicPartition> partitions, ToLongFunction<TopicPartition> value) {
        return partitions.stream()
                .<MultiGauge.Row<?>>map(partition -> MultiGauge.Row.of(
                        Tags.of("topic", partition.topic(), "partition", String.valueOf(partition.partition())),
                        value.applyAsLong(partition)))
                .toList();
    }
}
