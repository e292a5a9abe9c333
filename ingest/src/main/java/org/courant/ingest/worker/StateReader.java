package org.courant.ingest.worker;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.courant.ingest.definition.ReadToEnd;
import org.courant.ingest.definition.StoredValue;
import org.courant.schemas.SeenItem;
import org.courant.schemas.Source;
import org.courant.schemas.SourceCursor;
import org.courant.schemas.serde.AvroSerdes;
import org.courant.schemas.topic.SourcePartitions;
import org.courant.schemas.topic.Topics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the state of one partition of sources: all of it once, then changes of definitions as they come. */
final class StateReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StateReader.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicPartition definitions;
    private final TopicPartition cursors;
    private final TopicPartition memory;
    private final Deserializer<Source> sourceReader;
    private final Deserializer<SourceCursor> cursorReader;
    private final Deserializer<SeenItem> seenReader;

    StateReader(KafkaConsumer<byte[], byte[]> consumer, Topics topics, AvroSerdes serdes, int partition) {
        this.consumer = consumer;
        this.definitions = new TopicPartition(topics.sources().name(), partition);
        this.cursors = new TopicPartition(topics.sourceCursors().name(), partition);
        this.memory = new TopicPartition(topics.sourceSeen().name(), partition);
        this.sourceReader = serdes.of(topics.sources()).deserializer();
        this.cursorReader = serdes.of(topics.sourceCursors()).deserializer();
        this.seenReader = serdes.of(topics.sourceSeen()).deserializer();
    }

    /** Reads everything, to the end. */
    void readAll(PartitionState state) {
        ReadToEnd.of(consumer, List.of(definitions, cursors, memory), record -> read(record, state));
        consumer.assign(List.of(definitions));
    }

    /**
     * Waits for changes of definitions and takes them over.
     *
     * @return whether there were any
     */
    boolean readChanges(PartitionState state, Duration atMost) {
        var records = consumer.poll(atMost);
        records.forEach(record -> read(record, state));
        return !records.isEmpty();
    }

    /** Ends a wait from another thread. */
    void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
    }

    private void read(ConsumerRecord<byte[], byte[]> record, PartitionState state) {
        String key = StoredValue.key(record);
        if (record.topic().equals(definitions.topic())) {
            StoredValue.of(record, sourceReader)
                    .ifPresentOrElse(source -> define(key, source, state), () -> state.withdraw(key));
        } else if (record.topic().equals(cursors.topic())) {
            StoredValue.of(record, cursorReader).ifPresent(state::put);
        } else {
            StoredValue.of(record, seenReader).ifPresent(seen -> state.seen().remember(key, seen.getFingerprint()));
        }
    }

    private void define(String key, Source source, PartitionState state) {
        if (key.equals(SourcePartitions.key(source.getPolitenessGroup(), source.getId()))) {
            state.define(key, source);
        } else {
            LOG.error(
                    "{}: the definition of '{}' stands under the key '{}' and is ignored; run: courant sources apply",
                    definitions,
                    source.getId(),
                    key);
        }
    }
}
