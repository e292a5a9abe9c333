package org.courant.ingest.worker;

import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.courant.ingest.source.Rejected;
import org.courant.schemas.SourceCursor;
import org.courant.schemas.SourceItem;
import org.courant.schemas.topic.DeadLetterHeaders;
import org.courant.service.Fault;

/**
 * Writes what becomes of the sources of one partition, a transaction at a time.
 *
 * <p>Any exception leaves it unusable: whoever uses it closes it, opens another, and reads anew what was written.
 */
final class SourceLog implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final KafkaProducer<byte[], byte[]> producer;
    private final LogRecords records;
    private final KafkaClientMetrics metrics;

    SourceLog(KafkaProducer<byte[], byte[]> producer, LogRecords records, IngestMetrics metrics) {
        this.producer = producer;
        this.records = records;
        this.metrics = metrics.watch(producer);
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
        Map<SourceItem, ProducerRecord<byte[], byte[]>> items = new LinkedHashMap<>();
        Map<String, String> unwritable = serialize(delivery, items);
        if (!unwritable.isEmpty()) {
            return unwritable;
        }
        AtomicBoolean tooLarge = new AtomicBoolean();
        producer.beginTransaction();
        try {
            items.values().forEach(record -> send(record, tooLarge));
            delivery.rejected().forEach(each -> send(letter(delivery, each)));
            delivery.seen(now).forEach((key, seen) -> send(records.seen(key, seen)));
            send(records.cursor(delivery.cursor()));
            send(records.status(delivery.cursor()));
            producer.commitTransaction();
            return Map.of();
        } catch (KafkaException failed) {
            if (!tooLarge.get()) {
                throw failed;
            }
            producer.abortTransaction();
            return largest(items);
        }
    }

    @Override
    public void close() {
        metrics.close();
        producer.close(CLOSE_TIMEOUT);
    }

    /** Fills the records, and returns the items that cannot be written as Avro. */
    private Map<String, String> serialize(Delivery delivery, Map<SourceItem, ProducerRecord<byte[], byte[]>> items) {
        Map<String, String> unwritable = new LinkedHashMap<>();
        for (SourceItem item : delivery.items()) {
            try {
                items.put(item, records.item(item));
            } catch (SerializationException failed) {
                if (Fault.whileWriting(failed) == Fault.WORLD) {
                    throw failed;
                }
                unwritable.put(item.getItemId(), "cannot be written as Avro: " + failed.getMessage());
            }
        }
        return unwritable;
    }

    /** One record that is too large fails all that are under way, and Kafka does not say which it was. */
    private static Map<String, String> largest(Map<SourceItem, ProducerRecord<byte[], byte[]>> items) {
        var largest = items.entrySet().stream()
                .max(Comparator.comparingInt(item -> item.getValue().value().length))
                .orElseThrow();
        return Map.of(
                largest.getKey().getItemId(),
                "is too large for Kafka with " + largest.getValue().value().length + " bytes");
    }

    private void send(ProducerRecord<byte[], byte[]> record, AtomicBoolean tooLarge) {
        var unused = producer.send(record, (metadata, failure) -> {
            if (failure instanceof RecordTooLargeException) {
                tooLarge.set(true);
            }
        });
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        // A failure of any record fails the commit.
        var unused = producer.send(record);
    }

    private ProducerRecord<byte[], byte[]> letter(Delivery delivery, Rejected rejected) {
        ProducerRecord<byte[], byte[]> letter = records.deadLetter(rejected);
        new DeadLetterHeaders(rejected.reason(), delivery.stage(), "", "", -1, -1, 1).addTo(letter.headers());
        letter.headers().add(DeadLetterHeaders.SOURCE, delivery.source().getId().getBytes(StandardCharsets.UTF_8));
        return letter;
    }
}
