package org.courant.lab.faults.planted.advice;

import net.bytebuddy.asm.Advice;
import org.apache.kafka.clients.producer.ProducerRecord;

/** For {@code KafkaProducer.doSend}: some records of a topic are not sent. */
public final class Drop {
    private Drop() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    public static boolean enter(@Advice.Argument(0) ProducerRecord<?, ?> record) {
        return Aim.isAt(record) && Aim.isOneOfSeven(record);
    }
}
