package org.courant.cli.topic;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.courant.service.kafka.Connection;

/** How many committed records wait for a consumer group. */
public final class GroupLag {
    private GroupLag() {}

    /** Records behind the group's committed offsets; empty if it has never committed any. */
    public static Optional<RecordCount> of(Connection connection, String group) {
        Map<TopicPartition, Long> committed = committed(connection, group);
        if (committed.isEmpty()) {
            return Optional.empty();
        }
        try (TopicReader reader = TopicReader.at(connection, committed)) {
            return Optional.of(RecordCount.records(reader));
        }
    }

    private static Map<TopicPartition, Long> committed(Connection connection, String group) {
        try (Groups groups = new Groups(connection)) {
            return groups.committed(group).entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, offset -> offset.getValue().offset()));
        }
    }
}
