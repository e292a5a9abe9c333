package org.courant.cli.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.courant.cli.topic.TopicReader;

/**
 * A part of the log of record.
 *
 * @param from items fetched at this time or later
 * @param to items fetched before this time
 * @param source items of this source only; empty for all
 * @param begin where to begin to read, by partition
 * @param end where to stop; one entry for each partition of the log
 */
record Slice(
        Instant from,
        Instant to,
        Optional<String> source,
        Map<TopicPartition, Long> begin,
        Map<TopicPartition, Long> end) {
    /** How far a record may stand behind one of a later time. */
    static final Duration SKEW = Duration.ofDays(1);

    Slice {
        begin = sorted(begin);
        end = sorted(end);
    }

    boolean holds(long timestamp, String sourceId) {
        return timestamp >= from.toEpochMilli()
                && timestamp < to.toEpochMilli()
                && source.map(sourceId::equals).orElse(true);
    }

    /** Partitions in which there is anything to read. */
    int partitions() {
        return (int) end.keySet().stream()
                .filter(partition -> beginOf(partition) < endOf(partition))
                .count();
    }

    /** How many offsets it spans; not all of them need hold a record. */
    long distance() {
        return end.keySet().stream()
                .mapToLong(partition -> Math.max(0, endOf(partition) - beginOf(partition)))
                .sum();
    }

    long beginOf(TopicPartition partition) {
        return begin.getOrDefault(partition, 0L);
    }

    long endOf(TopicPartition partition) {
        return end.getOrDefault(partition, 0L);
    }

    /** The slice without what has been read already. */
    Slice beginningAt(Map<TopicPartition, Long> positions) {
        return new Slice(from, to, source, positions, end);
    }

    private static Map<TopicPartition, Long> sorted(Map<TopicPartition, Long> offsets) {
        Map<TopicPartition, Long> sorted = new TreeMap<>(TopicReader.ORDER);
        sorted.putAll(offsets);
        return sorted;
    }
}
