package org.courant.schemas.topic;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Keys and partitions of the topics that are partitioned by politeness group. */
public final class SourcePartitions {
    private SourcePartitions() {}

    /** Key of a source: all sources of a group sort together and {@link #groupOf} reads the group back. */
    public static String key(String politenessGroup, String sourceId) {
        return politenessGroup + "/" + sourceId;
    }

    /** The politeness group in a key made by {@link #key}. */
    public static String groupOf(String key) {
        int slash = key.lastIndexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }

    /** The partition of all sources of a group: Kafka's own murmur2 over the group. */
    public static int partition(String politenessGroup, int partitions) {
        return Utils.toPositive(Utils.murmur2(politenessGroup.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
