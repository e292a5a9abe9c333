package org.courant.lab.faults.planted.advice;

import net.bytebuddy.asm.Advice;
import org.apache.kafka.clients.producer.ProducerRecord;

/** For {@code KafkaProducer.doSend}: no record of a topic is sent. */
public final class DropAll {
    private DropAll() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    public static boolean enter(@Advice.Argument(0) ProducerRecord<?, ?> record) {
        return Aim.isAt(record);
    }
}
