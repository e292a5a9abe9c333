package org.courant.lab.faults.planted.advice;

import net.bytebuddy.asm.Advice;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;

/** For {@code KafkaProducer.sendOffsetsToTransaction}: the group cannot tell a member from one that it has put out. */
public final class AnonymousOffsets {
    private AnonymousOffsets() {}

    @Advice.OnMethodEnter
    @SuppressWarnings("removal") // there is no other member without a name
    public static void enter(@Advice.Argument(value = 1, readOnly = false) ConsumerGroupMetadata group) {
        group = new ConsumerGroupMetadata(group.groupId());
    }
}
