package org.courant.lab.faults.planted.advice;

import java.util.Collection;
import net.bytebuddy.asm.Advice;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** For {@code KafkaConsumer.seekToBeginning}: what stands in a topic already is passed over. */
public final class SeekToEnd {
    private SeekToEnd() {}

    @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
    public static boolean enter(
            @Advice.This KafkaConsumer<?, ?> consumer, @Advice.Argument(0) Collection<TopicPartition> partitions) {
        boolean isMeant = partitions.stream().anyMatch(partition -> Aim.isAt(partition.topic()));
        if (isMeant) {
            consumer.seekToEnd(partitions);
        }
        return isMeant;
    }
}
