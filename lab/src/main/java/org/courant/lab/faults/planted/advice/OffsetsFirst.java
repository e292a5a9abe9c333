package org.courant.lab.faults.planted.advice;

import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;

/** For {@code KafkaProducer.sendOffsetsToTransaction}: the offsets are committed before the records are. */
public final class OffsetsFirst {
    private OffsetsFirst() {}

    @Advice.OnMethodEnter
    public static void enter(
            @Advice.Argument(0) Map<TopicPartition, OffsetAndMetadata> offsets,
            @Advice.Argument(1) ConsumerGroupMetadata group,
            @Advice.FieldValue("producerConfig") ProducerConfig settings) {
        if (!SideProducer.is(settings)) {
            SideProducer.commit(settings, offsets, group);
        }
    }
}
