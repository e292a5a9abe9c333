package org.courant.service.watch;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.TopologyDescription;

/**
 * What a service reads and writes.
 *
 * @param service its name, for messages and metrics
 * @param group consumer group, and beginning of the names of its internal topics
 * @param topics all others that it reads or writes
 */
public record Watched(String service, String group, Set<String> topics) {
    private static final String OFFSETS = "__consumer_offsets";

    public Watched {
        topics = Set.copyOf(topics);
    }

    /**
     * What a Streams application reads and writes.
     *
     * @param more topics that the service reads or writes besides
     */
    public static Watched by(String service, String applicationId, TopologyDescription topology, Set<String> more) {
        Set<String> topics = new HashSet<>(more);
        topology.subtopologies().stream().flatMap(part -> part.nodes().stream()).forEach(node -> {
            if (node instanceof TopologyDescription.Source source && source.topicSet() != null) {
                topics.addAll(source.topicSet());
            } else if (node instanceof TopologyDescription.Sink sink && sink.topic() != null) {
                topics.add(sink.topic());
            }
        });
        return new Watched(service, applicationId, topics);
    }

    /**
     * The partitions that are there and that this user may see; among them the one that holds the group's offsets,
     * since a transaction that stays open there keeps the group from taking over a partition.
     */
    Set<TopicPartition> partitions(Admin admin) throws ExecutionException, InterruptedException {
        List<String> present = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get().stream()
                .filter(name -> topics.contains(name) || name.startsWith(group + "-") || name.equals(OFFSETS))
                .toList();
        Map<String, TopicDescription> described =
                admin.describeTopics(present).allTopicNames().get();
        return described.values().stream().flatMap(this::partitions).collect(Collectors.toUnmodifiableSet());
    }

    private Stream<TopicPartition> partitions(TopicDescription topic) {
        int count = topic.partitions().size();
        return topic.name().equals(OFFSETS)
                // As the broker chooses it.
                ? Stream.of(new TopicPartition(OFFSETS, Math.floorMod(positive(group.hashCode()), count)))
                : IntStream.range(0, count).mapToObj(number -> new TopicPartition(topic.name(), number));
    }

    private static int positive(int hash) {
        return hash == Integer.MIN_VALUE ? 0 : Math.abs(hash);
    }

    /** Where partitions end: for {@code read_committed} readers, or with what is in open transactions. */
    static Map<TopicPartition, Long> ends(Admin admin, Collection<TopicPartition> partitions, IsolationLevel level)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(latest, new ListOffsetsOptions(level))
                .all()
                .get()
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }
}
