package org.courant.lab.faults.planted.advice;

import java.util.concurrent.ThreadLocalRandom;
import net.bytebuddy.asm.Advice;
import org.apache.kafka.clients.producer.ProducerRecord;

/** For {@code KafkaProducer.doSend}: a record of a topic goes to any partition. */
public final class Repartition {
    private Repartition() {}

    @Advice.OnMethodEnter
    public static void enter(@Advice.Argument(value = 0, readOnly = false) ProducerRecord<byte[], byte[]> record) {
        if (Aim.isAt(record)) {
            int partition = ThreadLocalRandom.current().nextInt(3);
            record = Aim.altered(record, partition, record.timestamp(), record.value());
        }
    }
}
