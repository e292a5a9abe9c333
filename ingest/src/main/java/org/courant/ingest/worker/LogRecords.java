package org.courant.ingest.worker;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.courant.ingest.source.Rejected;
import org.courant.schemas.SeenItem;
import org.courant.schemas.SourceCursor;
import org.courant.schemas.SourceItem;
import org.courant.schemas.SourceStatus;
import org.courant.schemas.serde.AvroSerdes;
import org.courant.schemas.topic.Topic;
import org.courant.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/** Makes the records that the service writes for the sources of one partition. */
final class LogRecords {
    private final Topics topics;
    private final int partition;
    private final Serde<SourceItem> items;
    private final Serde<SeenItem> seen;
    private final Serde<SourceCursor> cursors;
    private final Serde<SourceStatus> statuses;

    LogRecords(Topics topics, AvroSerdes serdes, int partition) {
        this.topics = topics;
        this.partition = partition;
        this.items = serdes.of(topics.sourceItems());
        this.seen = serdes.of(topics.sourceSeen());
        this.cursors = serdes.of(topics.sourceCursors());
        this.statuses = serdes.of(topics.sourceStatus());
    }

    /** Keyed by the strongest identity, at the time of the fetch. */
    ProducerRecord<byte[], byte[]> item(SourceItem item) {
        String key = item.getIdentities().isEmpty()
                ? item.getItemId()
                : item.getIdentities().get(0);
        long timestamp = item.getFetchedAt().toEpochMilli();
        return new ProducerRecord<>(
                topics.sourceItems().name(), null, timestamp, bytes(key), value(topics.sourceItems(), items, item));
    }

    ProducerRecord<byte[], byte[]> seen(String key, SeenItem item) {
        return new ProducerRecord<>(
                topics.sourceSeen().name(), partition, bytes(key), value(topics.sourceSeen(), seen, item));
    }

    ProducerRecord<byte[], byte[]> cursor(SourceCursor cursor) {
        return new ProducerRecord<>(
                topics.sourceCursors().name(),
                partition,
                bytes(cursor.getSourceId()),
                value(topics.sourceCursors(), cursors, cursor));
    }

    /** The status that a cursor carries; a tombstone where it carries none. */
    ProducerRecord<byte[], byte[]> status(SourceCursor cursor) {
        SourceStatus status = cursor.getStatus();
        return new ProducerRecord<>(
                topics.sourceStatus().name(),
                bytes(cursor.getSourceId()),
                status == null ? null : value(topics.sourceStatus(), statuses, status));
    }

    ProducerRecord<byte[], byte[]> deadLetter(Rejected rejected) {
        return new ProducerRecord<>(topics.deadLetters().name(), bytes(rejected.itemId()), rejected.raw());
    }

    private static <V> byte @Nullable [] value(Topic<V> topic, Serde<V> serde, V value) {
        return serde.serializer().serialize(topic.name(), value);
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
