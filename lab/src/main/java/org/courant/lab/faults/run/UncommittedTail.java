package org.courant.lab.faults.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.courant.lab.faults.cluster.Role;

/**
 * Follows the end of the log, committed or not, so that a kill can be placed between a service's write and its commit.
 */
final class UncommittedTail implements AutoCloseable {
    private static final Map<Role, Set<String>> WRITES = Map.of(
            Role.INGEST, Set.of("source-items", "source-seen"),
            Role.ENRICH, Set.of("stories", "rejections"),
            Role.PUBLISH, Set.of("digest-entries", "digest-editions"));

    private final Map<Role, Long> written = new HashMap<>();
    private final Set<TopicPartition> partitions;
    private final String prefix;
    private final Background background;

    private UncommittedTail(LogReader reader, Set<TopicPartition> partitions, String prefix) {
        this.partitions = partitions;
        this.prefix = prefix;
        this.background = Background.start("uncommitted-tail", running -> follow(reader, running));
    }

    static UncommittedTail start(LogReader reader, Set<TopicPartition> partitions, String prefix) {
        return new UncommittedTail(reader, partitions, prefix);
    }

    /** Waits until a process of this role writes; false where none does within the time. */
    synchronized boolean awaitWrite(Role role, Duration atMost) {
        long before = written.getOrDefault(role, 0L);
        long end = System.nanoTime() + atMost.toNanos();
        while (written.getOrDefault(role, 0L) == before) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        background.close();
    }

    private void follow(LogReader reader, Background.Running running) {
        try (KafkaConsumer<byte[], byte[]> consumer = reader.uncommitted()) {
            consumer.assign(partitions);
            while (running.isRunning()) {
                try {
                    consumer.poll(Duration.ofMillis(200)).partitions().forEach(this::note);
                } catch (KafkaException brokersAreDown) {
                    // Again: that is what the run is about.
                }
            }
        }
    }

    private synchronized void note(TopicPartition partition) {
        String topic = partition.topic().substring(prefix.length());
        WRITES.forEach((role, topics) -> {
            if (topics.contains(topic)) {
                written.merge(role, 1L, Long::sum);
            }
        });
        notifyAll();
    }
}
