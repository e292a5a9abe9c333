package org.courant.publish.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.SourceStatus;
import org.courant.schemas.serde.AvroSerdes;
import org.courant.schemas.topic.Topics;
import org.courant.service.kafka.Connection;
import org.jspecify.annotations.Nullable;

/**
 * One reading of the topics from their beginning. It reads all partitions without a group, committed records only, so
 * that every instance of the service comes to the same tables.
 */
final class Generation implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(250);

    private final DigestTables tables = new DigestTables();
    private final ViewListener listener;
    private final EntryLatency latency;
    private final Map<String, ViewTopic<?>> topics;
    private final Consumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> endsAtStart;

    Generation(Connection connection, ViewListener listener, EntryLatency latency) {
        this.listener = listener;
        this.latency = latency;
        this.topics = topics(connection);
        this.consumer = new KafkaConsumer<>(
                connection.client(Map.of(
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "courant-publish-view",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        // A position that has gone means another topic under this name: then all is read again.
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "none",
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        15_000,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        2_000)),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                topics.values().stream().flatMap(Generation::partitions).toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        this.endsAtStart = consumer.endOffsets(partitions);
        listener.opened(entryEnds(connection.topics().digestEntries().name()));
    }

    private Position entryEnds(String topic) {
        return Position.of(endsAtStart.entrySet().stream()
                .filter(end -> end.getKey().topic().equals(topic))
                .collect(Collectors.toMap(end -> end.getKey().partition(), Map.Entry::getValue)));
    }

    private Map<String, ViewTopic<?>> topics(Connection connection) {
        AvroSerdes serdes = connection.serdes();
        Topics names = connection.topics();
        return Stream.<ViewTopic<?>>of(
                        new ViewTopic<>(names.digestEntries(), serdes, this::putEntry),
                        new ViewTopic<>(
                                names.digestEditions(),
                                serdes,
                                (record, edition) -> tables.putEdition(record.key(), edition)),
                        new ViewTopic<>(names.sourceStatus(), serdes, this::putSource),
                        new ViewTopic<>(
                                names.sources(),
                                serdes,
                                (record, source) -> tables.putDefinition(record.key(), source)))
                .collect(Collectors.toMap(ViewTopic::name, Function.identity()));
    }

    private void putEntry(ConsumerRecord<String, byte[]> record, @Nullable DigestEntry entry) {
        EntryChange change = new EntryChange(
                record.key(), entry, record.partition(), record.offset(), Instant.ofEpochMilli(record.timestamp()));
        boolean isNew = entry != null
                && tables.entry(record.key()).isEmpty()
                && record.offset() >= endAtStart(record.topic(), record.partition());
        tables.put(change);
        if (isNew) {
            latency.appeared(change.writtenAt());
        }
        listener.changed(change);
    }

    private long endAtStart(String topic, int partition) {
        return endsAtStart.getOrDefault(new TopicPartition(topic, partition), 0L);
    }

    private void putSource(ConsumerRecord<String, byte[]> record, @Nullable SourceStatus status) {
        tables.putSource(record.key(), status);
        listener.sourcesChanged();
    }

    private static Stream<TopicPartition> partitions(ViewTopic<?> topic) {
        return IntStream.range(0, topic.partitions()).mapToObj(number -> new TopicPartition(topic.name(), number));
    }

    DigestTables tables() {
        return tables;
    }

    /** The topic that a record belongs to. */
    ViewTopic<?> topicOf(ConsumerRecord<String, byte[]> record) {
        ViewTopic<?> topic = topics.get(record.topic());
        if (topic == null) {
            throw new IllegalStateException("a record of " + record.topic() + ", which was not asked for");
        }
        return topic;
    }

    /** The next records; none if there are none within a short time. */
    Iterable<ConsumerRecord<String, byte[]>> poll() {
        return consumer.poll(POLL);
    }

    /** Whether everything has been read that was there when the reading began. */
    boolean hasReachedTheEnd() {
        return endsAtStart.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** Records that have not been read yet, as far as is known. */
    long lag() {
        Collection<TopicPartition> partitions = endsAtStart.keySet();
        return partitions.stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
