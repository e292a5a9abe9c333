package org.courant.ingest;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Ends the JVM, with nothing cleaned up, when the broker has acknowledged the n-th record of a topic: within a
 * transaction, since the commit comes after the last acknowledgement.
 *
 * <p>It is a consumer's interceptor too since settings go to all clients alike; there it does nothing.
 */
public final class HaltAtAck implements ProducerInterceptor<byte[], byte[]>, ConsumerInterceptor<byte[], byte[]> {
    static final String TOPIC = "halt.topic";
    static final String COUNT = "halt.count";

    private static final AtomicInteger ACKNOWLEDGED = new AtomicInteger();
    private String topic = "";
    private int count = Integer.MAX_VALUE;

    @Override
    public void configure(Map<String, ?> settings) {
        topic = String.valueOf(settings.get(TOPIC));
        count = Integer.parseInt(String.valueOf(settings.get(COUNT)));
    }

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
        return record;
    }

    @Override
    public void onAcknowledgement(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
        boolean counts = failure == null && metadata != null && metadata.topic().equals(topic);
        if (counts && ACKNOWLEDGED.incrementAndGet() == count) {
            System.out.println("HALT after " + count + " of " + topic);
            Runtime.getRuntime().halt(137);
        }
    }

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        // Nothing is committed.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
