package org.courant.bench;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.courant.service.kafka.Connection;
import org.courant.service.streams.RocksDbLimits;
import org.courant.service.streams.StreamsSettings;

/** Runs a Streams application until it has worked off everything, its own internal topics included. */
final class StreamsRun {
    private static final Duration DEADLINE = Duration.ofMinutes(10);

    /** Longer than a commit interval, so that two equal readings mean that nothing is left. */
    private static final Duration POLL = Duration.ofMillis(250);

    private final Connection connection;
    private final StreamsSettings settings;
    private final int expected;

    StreamsRun(Connection connection, String applicationId, Path state, int expected) {
        this.connection = connection;
        this.settings = new StreamsSettings(applicationId, state, 1, Duration.ofMillis(100), 64);
        this.expected = expected;
    }

    /** How long it took from the first committed record to the last. */
    Duration run(Topology topology) {
        try (RocksDbLimits.Memory memory = new RocksDbLimits.Memory(64L << 20);
                KafkaStreams streams = new KafkaStreams(
                        topology,
                        settings.properties(connection, "bench", new SimpleMeterRegistry(), memory, Map.of()));
                Admin admin = Admin.create(connection.client(Map.of()))) {
            streams.start();
            awaitCommitted(admin, 1);
            long start = System.nanoTime();
            awaitCommitted(admin, expected);
            awaitIdle(admin);
            return Duration.ofNanos(System.nanoTime() - start);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void awaitCommitted(Admin admin, long records) throws ExecutionException, InterruptedException {
        String topic = connection.topics().sourceItems().name();
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (committed(admin).entrySet().stream()
                        .filter(entry -> entry.getKey().topic().equals(topic))
                        .mapToLong(entry -> entry.getValue().offset())
                        .sum()
                < records) {
            pause(deadline);
        }
    }

    /** Waits until no internal topic has anything left to read. */
    private void awaitIdle(Admin admin) throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        Map<TopicPartition, Long> before = Map.of();
        Map<TopicPartition, Long> now = offsets(admin);
        while (!now.equals(before)) {
            pause(deadline);
            before = now;
            now = offsets(admin);
        }
    }

    private Map<TopicPartition, Long> offsets(Admin admin) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        committed(admin).forEach((partition, offset) -> offsets.put(partition, offset.offset()));
        return offsets;
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(Admin admin)
            throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(settings.applicationId())
                .partitionsToOffsetAndMetadata()
                .get();
    }

    private static void pause(long deadline) {
        if (System.nanoTime() > deadline) {
            throw new IllegalStateException("not done within " + DEADLINE);
        }
        LockSupport.parkNanos(POLL.toNanos());
    }
}
