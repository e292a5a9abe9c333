package org.courant.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.courant.service.kafka.Connection;
import org.courant.service.streams.RocksDbLimits;
import org.courant.service.streams.StreamsSettings;

/** Runs a Streams application until it has worked off everything, its own internal topics included. */
final class StreamsRun {
    private static final int STORE_MEGABYTES = 64;
    private static final Duration DEADLINE = Duration.ofMinutes(15);
    private static final Duration POLL = Duration.ofMillis(50);

    /** If all that was written has been read and nothing has been committed for so long, nothing is left. */
    private static final Duration CALM = Duration.ofSeconds(2);

    private final Connection connection;
    private final BrokerProcess broker;
    private final StreamsSettings settings;
    private final int expected;

    StreamsRun(Connection connection, BrokerProcess broker, String applicationId, Path state, int expected) {
        this.connection = connection;
        this.broker = broker;
        this.settings = new StreamsSettings(applicationId, state, 1, Duration.ofMillis(100), STORE_MEGABYTES);
        this.expected = expected;
    }

    /** What it took from the moment at which all tasks ran to the last commit. */
    Rate run(Topology topology) {
        try (RocksDbLimits.Memory memory = new RocksDbLimits.Memory((long) STORE_MEGABYTES << 20);
                KafkaStreams streams = new KafkaStreams(
                        topology,
                        settings.properties(connection, "bench", new SimpleMeterRegistry(), memory, Map.of()));
                Admin admin = Admin.create(connection.client(Map.of()))) {
            CountDownLatch running = new CountDownLatch(1);
            streams.setStateListener((now, before) -> {
                if (now == KafkaStreams.State.RUNNING) {
                    running.countDown();
                }
            });
            streams.start();
            running.await();
            Reading start = Reading.now(broker);
            return start.until(lastCommit(admin), expected);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Reading lastCommit(Admin admin) throws ExecutionException, InterruptedException {
        Set<TopicPartition> inputs = inputs(admin);
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        Map<TopicPartition, Long> before = Map.of();
        Reading last = Reading.now(broker);
        while (System.nanoTime() < deadline) {
            Map<TopicPartition, Long> now = committed(admin);
            if (!now.equals(before)) {
                last = Reading.now(broker);
                before = now;
            } else if (read(now) >= expected
                    && System.nanoTime() - last.wall() > CALM.toNanos()
                    && now.equals(ends(admin, inputs))) {
                return last;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        throw new IllegalStateException("not done within " + DEADLINE);
    }

    /** The partitions of the log of record, and of the application's own topics from one stage to the next. */
    private Set<TopicPartition> inputs(Admin admin) throws ExecutionException, InterruptedException {
        Set<String> topics = admin.listTopics().names().get().stream()
                .filter(topic -> topic.startsWith(settings.applicationId() + "-") && topic.endsWith("-repartition"))
                .collect(Collectors.toCollection(TreeSet::new));
        topics.add(connection.topics().sourceItems().name());
        Set<TopicPartition> inputs = new HashSet<>();
        admin.describeTopics(topics)
                .allTopicNames()
                .get()
                .forEach((topic, description) -> description
                        .partitions()
                        .forEach(partition -> inputs.add(new TopicPartition(topic, partition.partition()))));
        return inputs;
    }

    /** Where the partitions end that anything was written to. */
    private static Map<TopicPartition, Long> ends(Admin admin, Set<TopicPartition> inputs)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        inputs.forEach(input -> latest.put(input, OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        ends.values().removeIf(end -> end == 0);
        return ends;
    }

    private long read(Map<TopicPartition, Long> committed) {
        String topic = connection.topics().sourceItems().name();
        return committed.entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(topic))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Map<TopicPartition, Long> committed(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        admin.listConsumerGroupOffsets(settings.applicationId())
                .partitionsToOffsetAndMetadata()
                .get()
                .forEach((partition, offset) -> offsets.put(partition, offset.offset()));
        offsets.values().removeIf(offset -> offset == 0);
        return offsets;
    }
}
