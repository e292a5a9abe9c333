package org.courant.cli.topic;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.courant.service.CannotStart;
import org.courant.service.kafka.Connection;

/** How many committed records wait for a consumer group. */
public final class GroupLag {
    private static final int SECONDS = 15;

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
        try (Admin admin = Admin.create(connection.client(Map.of("client.id", "courant-lag")))) {
            Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(SECONDS, TimeUnit.SECONDS);
            return offsets.entrySet().stream()
                    .filter(offset -> offset.getValue() != null)
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, offset -> offset.getValue().offset()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while asking Kafka for the offsets of " + group, interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw new CannotStart(
                    "Kafka at %s does not tell the offsets of group %s (%s); check that the broker runs and that this user may describe the group"
                            .formatted(connection.bootstrapServers(), group, failed.getMessage()),
                    failed);
        }
    }
}
