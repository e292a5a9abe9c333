package org.courant.lab.faults.planted.advice;

import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * For {@code KafkaProducer.sendOffsetsToTransaction}: the offsets are those of records that have not been processed.
 */
public final class OffsetsTooFar {
    private OffsetsTooFar() {}

    @Advice.OnMethodEnter
    public static void enter(
            @Advice.Argument(value = 0, readOnly = false) Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets = further(offsets);
    }

    public static Map<TopicPartition, OffsetAndMetadata> further(Map<TopicPartition, OffsetAndMetadata> offsets) {
        Map<TopicPartition, OffsetAndMetadata> further = new HashMap<>();
        offsets.forEach((partition, each) ->
                further.put(partition, new OffsetAndMetadata(each.offset() + 3, each.leaderEpoch(), each.metadata())));
        return further;
    }
}
