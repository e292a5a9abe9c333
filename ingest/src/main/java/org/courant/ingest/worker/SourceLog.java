package org.courant.ingest.worker;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.courant.ingest.definition.StoredValue;
import org.courant.ingest.source.Rejected;
import org.courant.schemas.SourceCursor;
import org.courant.schemas.SourceItem;
import org.courant.schemas.topic.DeadLetterHeaders;

/**
 * Writes what becomes of the sources of one partition, a transaction at a time.
 *
 * <p>Any exception leaves it unusable: whoever uses it closes it, opens another, and reads anew what was written.
 */
final class SourceLog implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final KafkaProducer<byte[], byte[]> producer;
    private final LogRecords records;

    SourceLog(KafkaProducer<byte[], byte[]> producer, LogRecords records) {
        this.producer = producer;
        this.records = records;
    }

    /** Shuts out whoever wrote for this partition before and ends what they had begun. */
    void open() {
        producer.initTransactions();
    }

    /** Writes cursors and publishes their statuses; a cursor without one withdraws what was published. */
    void settle(Collection<SourceCursor> cursors) {
        producer.beginTransaction();
        cursors.forEach(cursor -> {
            send(records.cursor(cursor));
            send(records.status(cursor));
        });
        producer.commitTransaction();
    }

    /** Writes a cursor alone. Whoever has been shut out learns it here, before it asks a host for anything. */
    void announce(SourceCursor cursor) {
        producer.beginTransaction();
        send(records.cursor(cursor));
        producer.commitTransaction();
    }

    /**
     * Writes everything that a poll comes to, or nothing.
     *
     * @return empty if it is written; otherwise nothing is, and these items are why: id and reason
     */
    Map<String, String> write(Delivery delivery, Instant now) {
        Map<String, String> refused = new ConcurrentHashMap<>();
        producer.beginTransaction();
        try {
            delivery.items().forEach(item -> send(item, refused));
            if (!refused.isEmpty()) {
                producer.abortTransaction();
                return refused;
            }
            delivery.rejected().forEach(each -> send(letter(delivery, each)));
            delivery.seen(now).forEach((key, seen) -> send(records.seen(key, seen)));
            send(records.cursor(delivery.cursor()));
            send(records.status(delivery.cursor()));
            producer.commitTransaction();
            return Map.of();
        } catch (KafkaException failed) {
            if (refused.isEmpty()) {
                throw failed;
            }
            producer.abortTransaction();
            return refused;
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }

    private void send(SourceItem item, Map<String, String> refused) {
        ProducerRecord<byte[], byte[]> record;
        try {
            record = records.item(item);
        } catch (SerializationException unwritable) {
            if (StoredValue.isRegistryUnreachable(unwritable)) {
                throw unwritable;
            }
            refused.put(item.getItemId(), "cannot be written as Avro: " + unwritable.getMessage());
            return;
        }
        var unused = producer.send(record, (metadata, failure) -> {
            if (failure instanceof RecordTooLargeException) {
                refused.put(item.getItemId(), "is too large for Kafka: " + failure.getMessage());
            }
        });
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        // A failure of any record fails the commit.
        var unused = producer.send(record);
    }

    private ProducerRecord<byte[], byte[]> letter(Delivery delivery, Rejected rejected) {
        String stage = "ingest/" + delivery.source().getConnector().name().toLowerCase(Locale.ROOT);
        ProducerRecord<byte[], byte[]> letter = records.deadLetter(rejected);
        new DeadLetterHeaders(rejected.reason(), stage, "", "", -1, -1, 1).addTo(letter.headers());
        letter.headers().add("courant.source", delivery.source().getId().getBytes(StandardCharsets.UTF_8));
        return letter;
    }
}
