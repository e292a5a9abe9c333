package org.courant.service.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds the partitions whose last stable offset stays before their end. The last stable offset is the first offset of
 * the oldest open transaction, so one that stays for a time means one transaction that is open for that time.
 */
final class StableOffsets {
    private final Duration limit;
    private final Map<TopicPartition, Unstable> open = new HashMap<>();

    /** @param limit for how long a transaction may be open */
    StableOffsets(Duration limit) {
        this.limit = limit;
    }

    /**
     * Takes in what the cluster says now.
     *
     * @param stable last stable offset of each partition
     * @param ends end of each partition, asked for after them
     * @return the partitions that have been unstable for the limit or longer, sorted
     */
    List<Unstable> observe(Map<TopicPartition, Long> stable, Map<TopicPartition, Long> ends, Instant now) {
        open.keySet().retainAll(stable.keySet());
        stable.forEach((partition, offset) -> {
            if (offset >= ends.getOrDefault(partition, offset)) {
                open.remove(partition);
            } else {
                open.compute(
                        partition,
                        (same, known) -> known == null || known.offset() != offset
                                ? new Unstable(partition, offset, now)
                                : known);
            }
        });
        return open.values().stream()
                .filter(unstable -> !unstable.since().plus(limit).isAfter(now))
                .sorted(Comparator.comparing(
                                (Unstable unstable) -> unstable.partition().topic())
                        .thenComparing(unstable -> unstable.partition().partition()))
                .toList();
    }
}
