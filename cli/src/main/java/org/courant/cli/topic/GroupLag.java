package org.courant.cli.topic;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.courant.service.kafka.Connection;

/** How many committed records wait for a consumer group. */
public final class GroupLag {
    private GroupLag() {}

    /** Records behind the group's committed offsets; empty if it has never committed any. */
    public static Optional<RecordCount> of(Connection connection, String group) {
        Map<TopicPartition, Long> positions = positions(connection, group);
        if (positions.isEmpty()) {
            return Optional.empty();
        }
        try (TopicReader reader = TopicReader.at(connection, positions)) {
            return Optional.of(RecordCount.records(reader));
        }
    }

    private static Map<TopicPartition, Long> positions(Connection connection, String group) {
        try (Groups groups = new Groups(connection)) {
            return groups.positions(group);
        }
    }
}
