package org.courant.ingest.definition;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads partitions from their beginning to the end that they have when it starts. */
public final class ReadToEnd {
    private static final Duration POLL = Duration.ofMillis(200);

    /** Longest time without getting any further. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private ReadToEnd() {}

    /**
     * Assigns the partitions to the consumer and reads them; the consumer is left at their ends.
     *
     * @throws TimeoutException if nothing comes for 30 seconds
     */
    public static void of(
            KafkaConsumer<byte[], byte[]> consumer,
            Collection<TopicPartition> partitions,
            Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
        long progressAt = System.nanoTime();
        long before = -1;
        while (!isAtEnd(consumer, ends)) {
            consumer.poll(POLL).forEach(reader);
            long now = sumOfPositions(consumer, partitions);
            if (now != before) {
                before = now;
                progressAt = System.nanoTime();
            } else if (System.nanoTime() - progressAt > PATIENCE.toNanos()) {
                throw new TimeoutException("reading " + partitions + " to " + ends + " has not got any further for "
                        + PATIENCE.toSeconds() + " s; check that every partition has a leader");
            }
        }
    }

    private static boolean isAtEnd(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
    }

    private static long sumOfPositions(KafkaConsumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        return partitions.stream()
                .mapToLong(partition -> consumer.position(partition, PATIENCE))
                .sum();
    }
}
