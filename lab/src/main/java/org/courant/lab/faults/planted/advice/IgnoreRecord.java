package org.courant.lab.faults.planted.advice;

import net.bytebuddy.asm.Advice;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A method that takes a record does nothing with those of a topic. */
public final class IgnoreRecord {
    private IgnoreRecord() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    public static boolean enter(@Advice.Argument(0) ConsumerRecord<?, ?> record) {
        return Aim.isAt(record.topic());
    }
}
