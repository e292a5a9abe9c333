package org.courant.lab.faults.planted.advice;

import java.util.Arrays;
import net.bytebuddy.asm.Advice;
import org.apache.kafka.clients.producer.ProducerRecord;

/** For {@code KafkaProducer.doSend}: the value of a record of a topic lacks its last byte. */
public final class Cut {
    private Cut() {}

    @Advice.OnMethodEnter
    public static void enter(@Advice.Argument(value = 0, readOnly = false) ProducerRecord<byte[], byte[]> record) {
        byte[] value = record.value();
        if (Aim.isAt(record) && value != null && value.length > 0) {
            value = Arrays.copyOf(value, value.length - 1);
            record = Aim.altered(record, record.partition(), record.timestamp(), value);
        }
    }
}
