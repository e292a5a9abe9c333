package org.courant.lab.faults.planted.advice;

import java.util.Arrays;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The topic whose records an advice is about, without its prefix. */
public final class Aim {
    public static final String TOPIC = "lab.planted.topic";

    private Aim() {}

    public static boolean isAt(ProducerRecord<?, ?> record) {
        return isAt(record.topic());
    }

    public static boolean isAt(String topic) {
        return topic.equals("courant." + System.getProperty(TOPIC));
    }

    /** By the value: another version of the same row is another draw. */
    public static boolean isOneOfSeven(ProducerRecord<?, ?> record) {
        return record.value() instanceof byte[] value && Math.floorMod(Arrays.hashCode(value), 7) == 0;
    }

    public static ProducerRecord<byte[], byte[]> altered(
            ProducerRecord<byte[], byte[]> record,
            @Nullable Integer partition,
            @Nullable Long timestamp,
            byte @Nullable [] value) {
        return new ProducerRecord<>(record.topic(), partition, timestamp, record.key(), value, record.headers());
    }
}
