package org.courant.cli.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.courant.service.CannotStart;
import org.courant.service.kafka.Connection;

/** Consumer groups of a cluster: who is in them, how far they have read. Whatever fails is a {@link CannotStart}. */
public final class Groups implements AutoCloseable {
    /** A broker that is under load is waited for; whether there is one at all has been asked before. */
    private static final int SECONDS = 60;

    private final Connection connection;
    private final Admin admin;

    public Groups(Connection connection) {
        this.connection = connection;
        this.admin = Admin.create(connection.client(
                Map.of("client.id", "courant-groups", "request.timeout.ms", 15_000, "default.api.timeout.ms", 50_000)));
    }

    /** The members of a group, each as its client id and its address; none where there is no such group. */
    public List<String> members(String group) {
        Optional<ConsumerGroupDescription> described = ifThere(
                        admin.describeConsumerGroups(List.of(group)).all(), "the members of group " + group)
                .map(groups -> groups.get(group));
        return described.map(ConsumerGroupDescription::members).orElse(List.of()).stream()
                .map(Groups::name)
                .sorted()
                .toList();
    }

    /** How far a group has committed; nothing where it never has. */
    public Map<TopicPartition, OffsetAndMetadata> committed(String group) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata(), "the offsets of group " + group)
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        offsets.put(partition, offset);
                    }
                });
        return offsets;
    }

    /** Where a group reads on in each partition; nothing where it has never committed. */
    public Map<TopicPartition, Long> positions(String group) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        committed(group).forEach((partition, offset) -> positions.put(partition, offset.offset()));
        return positions;
    }

    /** Commits for a group that has no members. */
    public void commit(String group, Map<TopicPartition, OffsetAndMetadata> offsets) {
        await(admin.alterConsumerGroupOffsets(group, offsets).all(), "commits for group " + group);
    }

    /**
     * Deletes a group with all its offsets; nothing where there is none.
     *
     * @return false if it has members and so stays as it is
     */
    public boolean delete(String group) {
        try {
            ifThere(admin.deleteConsumerGroups(List.of(group)).all(), "the end of group " + group);
            return true;
        } catch (CannotStart failed) {
            if (isCausedBy(failed, GroupNotEmptyException.class)) {
                return false;
            }
            throw failed;
        }
    }

    /** Where partitions of topics end, records of open transactions included. */
    public Map<TopicPartition, Long> ends(Collection<String> topics) {
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        await(admin.describeTopics(topics).allTopicNames(), "topics " + topics)
                .forEach((name, topic) -> topic.partitions()
                        .forEach(partition ->
                                partitions.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        Map<TopicPartition, Long> ends = new HashMap<>();
        await(admin.listOffsets(partitions).all(), "the ends of topics " + topics)
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    /** The topics whose names begin so, sorted. */
    public List<String> topics(String prefix) {
        return await(admin.listTopics().names(), "its topics").stream()
                .filter(name -> name.startsWith(prefix))
                .sorted()
                .toList();
    }

    /**
     * Deletes topics in one request and returns when the brokers have forgotten them. The controller answers before
     * they have: what starts within that moment would find topics that are about to go.
     */
    public void deleteTopics(Collection<String> topics) {
        await(admin.deleteTopics(topics).all(), "the end of topics " + topics);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!Collections.disjoint(await(admin.listTopics().names(), "its topics"), topics)) {
            if (System.nanoTime() > end) {
                throw new CannotStart("topics %s are deleted, and Kafka at %s still lists them after %d s; try again"
                        .formatted(topics, connection.bootstrapServers(), SECONDS));
            }
            pause();
        }
    }

    /** Bytes that topics have on all brokers together; empty where this user may not ask. */
    public Optional<Map<String, Long>> sizes(Collection<String> topics) {
        try {
            List<Integer> brokers = new ArrayList<>();
            await(admin.describeCluster().nodes(), "its brokers").forEach(node -> brokers.add(node.id()));
            Map<String, Long> sizes = new HashMap<>();
            topics.forEach(topic -> sizes.put(topic, 0L));
            await(admin.describeLogDirs(brokers).allDescriptions(), "the sizes of topics")
                    .values()
                    .forEach(directories -> directories
                            .values()
                            .forEach(directory -> directory
                                    .replicaInfos()
                                    .forEach((partition, replica) -> sizes.computeIfPresent(
                                            partition.topic(), (topic, sum) -> sum + replica.size()))));
            return Optional.of(sizes);
        } catch (CannotStart notAllowed) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }

    private static String name(MemberDescription member) {
        return member.clientId() + " at " + member.host().replaceFirst("^/", "");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while waiting for the end of topics", interrupted);
        }
    }

    private <T> Optional<T> ifThere(KafkaFuture<T> answer, String what) {
        try {
            return Optional.ofNullable(await(answer, what));
        } catch (CannotStart failed) {
            if (isCausedBy(failed, GroupIdNotFoundException.class)) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    private static boolean isCausedBy(CannotStart failed, Class<? extends Exception> reason) {
        return failed.getCause() instanceof ExecutionException answered && reason.isInstance(answered.getCause());
    }

    private <T> T await(KafkaFuture<T> answer, String what) {
        try {
            return answer.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while asking Kafka for " + what, interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            Throwable cause =
                    failed instanceof ExecutionException && failed.getCause() != null ? failed.getCause() : failed;
            throw new CannotStart(
                    "Kafka at %s does not answer when asked for %s (%s); check that the broker runs and that this user may do so"
                            .formatted(connection.bootstrapServers(), what, cause),
                    failed);
        }
    }
}
