package org.courant.lab.faults.planted.advice;

import java.util.concurrent.ThreadLocalRandom;
import net.bytebuddy.asm.Advice;
import org.apache.kafka.clients.producer.KafkaProducer;

/** For {@code KafkaProducer.commitTransaction}: one in six is an abort, and nobody hears of it. */
public final class AbortSometimes {
    private AbortSometimes() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    public static boolean enter(@Advice.This KafkaProducer<?, ?> producer) {
        boolean aborts = ThreadLocalRandom.current().nextInt(6) == 0;
        if (aborts) {
            producer.abortTransaction();
        }
        return aborts;
    }
}
