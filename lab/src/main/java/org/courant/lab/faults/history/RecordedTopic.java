package org.courant.lab.faults.history;

import java.util.List;

/**
 * Every record of a topic.
 *
 * @param name with its prefix, such as {@code courant.stories}; internal topics of the services are recorded too
 * @param partitions in their order
 */
public record RecordedTopic(String name, List<RecordedPartition> partitions) {
    public RecordedTopic {
        partitions = List.copyOf(partitions);
    }
}
