package org.courant.lab.faults.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.courant.lab.faults.cluster.Waiting;
import org.courant.schemas.topic.Topics;

/**
 * Waits until nothing moves any more: no transaction is open, every group has read what it reads, and the ends of all
 * topics have stood still for a while.
 *
 * @param inputs topics of which some group must have read every partition with records
 * @param more lines about whatever else has not come to rest; none when it has
 * @param log is told what the wait is for, whenever that changes
 */
record Calm(Admin admin, Set<String> inputs, Supplier<List<String>> more, Journal.Log log) {
    private static final Duration STILL = Duration.ofSeconds(4);

    /** What enrich and publish read. */
    static Set<String> inputs(Topics topics) {
        return Set.of(topics.sourceItems().name(), topics.stories().name());
    }

    /** Empty when calm was reached; else one line for each thing that would not come to rest. */
    List<String> await(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        long stillSince = System.nanoTime();
        Map<TopicPartition, Long> before = Map.of();
        List<String> moving = List.of("nothing could be learnt of the cluster");
        while (System.nanoTime() < end) {
            try {
                Map<TopicPartition, Long> ends = offsets(IsolationLevel.READ_UNCOMMITTED);
                List<String> now = moving(ends);
                if (!now.equals(moving)) {
                    log.line("%s waiting: %s".formatted(Instant.now(), now));
                }
                moving = now;
                if (!moving.isEmpty() || !ends.equals(before)) {
                    stillSince = System.nanoTime();
                }
                before = ends;
                if (System.nanoTime() - stillSince > STILL.toNanos()) {
                    return List.of();
                }
            } catch (ExecutionException | TimeoutException e) {
                moving = List.of("the cluster does not answer: " + e);
                stillSince = System.nanoTime();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for calm", e);
            }
            Waiting.pause(Duration.ofMillis(700));
        }
        return moving.isEmpty() ? List.of("the ends of the topics go on moving") : moving;
    }

    private List<String> moving(Map<TopicPartition, Long> ends)
            throws ExecutionException, InterruptedException, TimeoutException {
        List<String> lines = new ArrayList<>(more.get());
        Map<TopicPartition, Long> stable = offsets(IsolationLevel.READ_COMMITTED);
        stable.forEach((partition, offset) -> {
            if (offset < ends.getOrDefault(partition, offset)) {
                lines.add("%s: a transaction is open at offset %d".formatted(partition, offset));
            }
        });
        Set<TopicPartition> unread = stable.entrySet().stream()
                .filter(end -> inputs.contains(end.getKey().topic()) && end.getValue() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        for (GroupListing group : admin.listGroups().all().get(5, TimeUnit.SECONDS)) {
            Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(group.groupId())
                    .partitionsToOffsetAndMetadata()
                    .get(5, TimeUnit.SECONDS);
            unread.removeAll(offsets.keySet());
            offsets.forEach((partition, offset) -> {
                long last = stable.getOrDefault(partition, 0L);
                if (offset != null && offset.offset() < last) {
                    lines.add("group %s has read %s to %d of %d"
                            .formatted(group.groupId(), partition, offset.offset(), last));
                }
            });
        }
        unread.forEach(partition -> lines.add("no group has read " + partition));
        return lines;
    }

    private Map<TopicPartition, Long> offsets(IsolationLevel isolation)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> wanted = partitions().stream()
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listOffsets(wanted, new ListOffsetsOptions(isolation))
                .all()
                .get(10, TimeUnit.SECONDS)
                .forEach((partition, info) -> offsets.put(partition, info.offset()));
        return offsets;
    }

    private List<TopicPartition> partitions() throws ExecutionException, InterruptedException, TimeoutException {
        List<TopicPartition> partitions = new ArrayList<>();
        Map<String, TopicDescription> topics = admin.describeTopics(
                        admin.listTopics().names().get(10, TimeUnit.SECONDS))
                .allTopicNames()
                .get(10, TimeUnit.SECONDS);
        topics.values()
                .forEach(topic -> topic.partitions()
                        .forEach(each -> partitions.add(new TopicPartition(topic.name(), each.partition()))));
        return partitions;
    }
}
