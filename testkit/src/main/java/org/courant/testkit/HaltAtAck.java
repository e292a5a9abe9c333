package org.courant.testkit;

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
 * transaction, since the commit comes after the last acknowledgement. The exit code is {@link #EXIT_CODE}.
 *
 * <p>It is a consumer's interceptor too since settings go to all clients alike; there it does nothing.
 */
public final class HaltAtAck implements ProducerInterceptor<byte[], byte[]>, ConsumerInterceptor<byte[], byte[]> {
    /** That of a process that SIGKILL has ended. */
    public static final int EXIT_CODE = 137;

    private static final String TOPIC = "halt.topic";
    private static final String COUNT = "halt.count";

    private static final AtomicInteger ACKNOWLEDGED = new AtomicInteger();
    private String topic = "";
    private int count = Integer.MAX_VALUE;

    /**
     * Settings of a Kafka client, or of all clients of a service, that has its JVM end at the n-th record of a topic.
     */
    public static Map<String, String> settings(String topic, int n) {
        return Map.of("interceptor.classes", HaltAtAck.class.getName(), TOPIC, topic, COUNT, String.valueOf(n));
    }

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
            Runtime.getRuntime().halt(EXIT_CODE);
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
