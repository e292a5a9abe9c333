package org.courant.lab.faults.planted.advice;

import net.bytebuddy.asm.Advice;
import org.apache.kafka.clients.producer.ProducerRecord;

/** For {@code KafkaProducer.doSend}: a record of a topic has the time of the wall clock. */
public final class Retime {
    private Retime() {}

    @Advice.OnMethodEnter
    public static void enter(@Advice.Argument(value = 0, readOnly = false) ProducerRecord<byte[], byte[]> record) {
        if (Aim.isAt(record)) {
            record = Aim.altered(record, record.partition(), System.currentTimeMillis(), record.value());
        }
    }
}
