package org.courant.publish.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.courant.publish.view.EntryChange;
import org.courant.publish.view.Position;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.topic.Topic;
import org.courant.service.Fault;
import org.courant.service.kafka.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads from the topic what a client has missed longer ago than the log goes back. Consumers are kept for the next
 * client: to make one takes far longer than to read what a client has missed.
 */
final class CatchUp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
    private static final Duration POLL = Duration.ofMillis(250);

    /** A client that does not take a batch for so long is dropped. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Connection connection;
    private final Deserializer<DigestEntry> values;
    private final Queue<Consumer<String, byte[]>> idle = new ConcurrentLinkedQueue<>();

    CatchUp(Connection connection) {
        this.connection = connection;
        this.values = connection.serdes().of(topic()).deserializer();
    }

    /**
     * Reads until the log can take over.
     *
     * @return false if the client is to be dropped; it may come back with the position that it has reached
     */
    boolean serve(StreamClient client) throws InterruptedException {
        if (client.isClosed()) {
            return false;
        }
        Consumer<String, byte[]> consumer = Optional.ofNullable(idle.poll()).orElseGet(this::consumer);
        try {
            boolean served = serve(client, consumer);
            idle.add(consumer);
            return served;
        } catch (RuntimeException | InterruptedException failed) {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
            throw failed;
        }
    }

    private boolean serve(StreamClient client, Consumer<String, byte[]> consumer) throws InterruptedException {
        if (client.isAhead() && isBeyond(client.position(), consumer.endOffsets(consumer.assignment()))) {
            client.restart();
        }
        seek(consumer, client.position());
        while (!client.goLive()) {
            List<Frame> frames = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                read(record, frames);
            }
            if (!client.offer(frames, PATIENCE)) {
                return false;
            }
            client.advanceTo(position(consumer));
        }
        client.drain();
        return true;
    }

    /** Closes the consumers that nobody uses; called when nobody does. */
    @Override
    public void close() {
        idle.forEach(consumer -> consumer.close(CloseOptions.timeout(Duration.ZERO)));
        idle.clear();
    }

    private Topic<DigestEntry> topic() {
        return connection.topics().digestEntries();
    }

    private List<TopicPartition> partitions() {
        return IntStream.range(0, topic().partitions())
                .mapToObj(number -> new TopicPartition(topic().name(), number))
                .toList();
    }

    private Consumer<String, byte[]> consumer() {
        Consumer<String, byte[]> consumer = new KafkaConsumer<>(
                connection.client(Map.of(
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "courant-publish-stream",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        15_000,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        500)),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(partitions());
        return consumer;
    }

    /** A position behind the end is one of another topic that had the same name. */
    private static boolean isBeyond(Position position, Map<TopicPartition, Long> ends) {
        Map<Integer, Long> byNumber = new HashMap<>();
        ends.forEach((partition, end) -> byNumber.put(partition.partition(), end));
        return position.next().entrySet().stream()
                .anyMatch(next -> next.getValue() > byNumber.getOrDefault(next.getKey(), 0L));
    }

    private static void seek(Consumer<?, ?> consumer, Position position) {
        for (TopicPartition partition : consumer.assignment()) {
            consumer.seek(partition, position.next(partition.partition()));
        }
    }

    private static Position position(Consumer<?, ?> consumer) {
        TreeMap<Integer, Long> next = new TreeMap<>();
        consumer.assignment().forEach(partition -> next.put(partition.partition(), consumer.position(partition)));
        return new Position(next);
    }

    private void read(ConsumerRecord<String, byte[]> record, List<Frame> frames) {
        try {
            frames.add(new Frame(new EntryChange(
                    record.key(),
                    values.deserialize(record.topic(), record.value()),
                    record.partition(),
                    record.offset(),
                    Instant.ofEpochMilli(record.timestamp()))));
        } catch (RuntimeException failed) {
            if (Fault.whileReading(failed) != Fault.RECORD) {
                throw failed;
            }
            // The view has left it out too, and has said so.
            LOG.debug("stream: {} [{}] offset {} is left out", record.topic(), record.partition(), record.offset());
        }
    }
}
