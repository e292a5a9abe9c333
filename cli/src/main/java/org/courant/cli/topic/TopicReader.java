package org.courant.cli.topic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.courant.schemas.topic.Topic;
import org.courant.service.CannotStart;
import org.courant.service.kafka.Connection;

/** Reads committed records of all partitions of some topics, without a consumer group. */
public final class TopicReader implements AutoCloseable {
    /** Partitions by topic and number. */
    public static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private static final Duration POLL = Duration.ofMillis(200);

    /** Longest time without getting any further. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String servers;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    private TopicReader(String servers, KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        this.servers = servers;
        this.consumer = consumer;
        this.partitions = partitions;
    }

    /**
     * Opens topics at their beginning.
     *
     * @throws CannotStart if Kafka does not answer or a topic is missing
     */
    public static TopicReader open(Connection connection, Collection<? extends Topic<?>> topics) {
        String servers = connection.bootstrapServers();
        KafkaConsumer<byte[], byte[]> consumer = consumer(connection);
        try {
            List<TopicPartition> partitions = asking(servers, () -> partitions(consumer, topics));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return new TopicReader(servers, consumer, partitions);
        } catch (RuntimeException failed) {
            consumer.close();
            throw failed;
        }
    }

    /** Opens partitions at these offsets. */
    public static TopicReader at(Connection connection, Map<TopicPartition, Long> offsets) {
        KafkaConsumer<byte[], byte[]> consumer = consumer(connection);
        consumer.assign(offsets.keySet());
        offsets.forEach(consumer::seek);
        return new TopicReader(connection.bootstrapServers(), consumer, List.copyOf(offsets.keySet()));
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Connection connection) {
        return asking(
                connection.bootstrapServers(),
                () -> new KafkaConsumer<>(
                        connection.client(Map.of(
                                "client.id",
                                "courant-reader",
                                "isolation.level",
                                "read_committed",
                                "enable.auto.commit",
                                false,
                                "allow.auto.create.topics",
                                false,
                                "auto.offset.reset",
                                "earliest",
                                "default.api.timeout.ms",
                                15_000)),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()));
    }

    /** Goes to where the topics end now. */
    public void seekToEnd() {
        asking(servers, () -> {
            consumer.endOffsets(partitions).forEach(consumer::seek);
            return true;
        });
    }

    /** Goes on at these offsets; partitions that are not named stay where they are. */
    public void seek(Map<TopicPartition, Long> offsets) {
        offsets.forEach(consumer::seek);
    }

    /** In each partition the first record of this time or a later one; the end where there is none. */
    public Map<TopicPartition, Long> offsetsAt(Instant time) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, time.toEpochMilli()));
        return asking(servers, () -> {
            Map<TopicPartition, Long> offsets = new HashMap<>(consumer.endOffsets(partitions));
            consumer.offsetsForTimes(times).forEach((partition, found) -> {
                if (found != null) {
                    offsets.put(partition, found.offset());
                }
            });
            return offsets;
        });
    }

    /** Where the partitions end now. */
    public Map<TopicPartition, Long> ends() {
        return asking(servers, () -> consumer.endOffsets(partitions));
    }

    /** Reads no further in a partition. */
    public void pause(TopicPartition partition) {
        consumer.pause(List.of(partition));
    }

    /** What has come since, waiting for it no longer than this. */
    public List<ConsumerRecord<byte[], byte[]>> poll(Duration longest) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        asking(servers, () -> consumer.poll(longest)).forEach(records::add);
        return records;
    }

    /** Reads to where the topics end now. */
    public void readToEnd(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        readToEnd(reader, () -> false);
    }

    /** Reads to where the topics end now, or until it is enough, which is asked now and then. */
    public void readToEnd(Consumer<ConsumerRecord<byte[], byte[]>> reader, BooleanSupplier enough) {
        Map<TopicPartition, Long> ends = asking(servers, () -> consumer.endOffsets(partitions));
        long progressAt = System.nanoTime();
        long before = -1;
        while (!enough.getAsBoolean() && !isBeyond(ends)) {
            poll(POLL).forEach(reader);
            long now = partitions.stream().mapToLong(this::position).sum();
            if (now != before) {
                before = now;
                progressAt = System.nanoTime();
            } else if (System.nanoTime() - progressAt > PATIENCE.toNanos()) {
                throw new CannotStart(
                        "Kafka at %s has sent nothing for %d s although there is more to read up to %s; check that every partition has a leader"
                                .formatted(servers, PATIENCE.toSeconds(), ends));
            }
        }
    }

    /** How many offsets there are from where the reader stands to the ends; not all of them need hold a record. */
    public long distance() {
        Map<TopicPartition, Long> ends = asking(servers, () -> consumer.endOffsets(partitions));
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - position(end.getKey())))
                .sum();
    }

    /** The offset that comes next in a partition. */
    public long position(TopicPartition partition) {
        return asking(servers, () -> consumer.position(partition));
    }

    /** All partitions that are read. */
    public List<TopicPartition> partitions() {
        return partitions;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private boolean isBeyond(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> position(end.getKey()) >= end.getValue());
    }

    private static List<TopicPartition> partitions(
            KafkaConsumer<byte[], byte[]> consumer, Collection<? extends Topic<?>> topics) {
        List<TopicPartition> found = new ArrayList<>();
        for (Topic<?> topic : topics) {
            List<PartitionInfo> partitions = consumer.partitionsFor(topic.name());
            if (partitions == null || partitions.isEmpty()) {
                throw new CannotStart("topic " + topic.name() + " is missing; run: courant topics apply");
            }
            partitions.forEach(info -> found.add(new TopicPartition(info.topic(), info.partition())));
        }
        return List.copyOf(found);
    }

    private static <T> T asking(String servers, Supplier<T> question) {
        try {
            return question.get();
        } catch (InterruptException stopped) {
            throw new CannotStart("interrupted while reading from Kafka", stopped);
        } catch (KafkaException failed) {
            throw new CannotStart(
                    "Kafka at %s does not answer as it should (%s); check kafka.bootstrap.servers and that the broker runs"
                            .formatted(servers, failed.getMessage()),
                    failed);
        }
    }
}
