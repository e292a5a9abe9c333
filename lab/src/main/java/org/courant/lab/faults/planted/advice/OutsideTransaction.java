package org.courant.lab.faults.planted.advice;

import net.bytebuddy.asm.Advice;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;

/** For {@code KafkaProducer.doSend}: a record of a topic is sent by a producer without transactions. */
public final class OutsideTransaction {
    private OutsideTransaction() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    public static boolean enter(
            @Advice.Argument(0) ProducerRecord<byte[], byte[]> record,
            @Advice.FieldValue("producerConfig") ProducerConfig settings) {
        if (!Aim.isAt(record) || SideProducer.is(settings)) {
            return false;
        }
        SideProducer.send(settings, record);
        return true;
    }
}
