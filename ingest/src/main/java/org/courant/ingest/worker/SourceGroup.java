package org.courant.ingest.worker;

import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.courant.service.health.Health;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Shares the partitions of the sources with the other processes and has a worker for each of its own.
 *
 * <p>The consumer group only says who is to work; that nobody else does is certain by the transactional ids. So a
 * rebalance may be cooperative, and partitions that stay are not disturbed.
 */
public final class SourceGroup implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SourceGroup.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration REJOIN_PAUSE = Duration.ofSeconds(2);

    private static final Duration LEAVING = Duration.ofSeconds(5);

    /** For what follows the end of a poll: writing it and closing the clients. */
    private static final Duration CLOSING = Duration.ofSeconds(3);

    private final WorkerParts parts;
    private final Thread thread = new Thread(this::work, "courant-ingest-group");
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Map<Integer, PartitionWorker> workers = new ConcurrentHashMap<>();
    private volatile @Nullable KafkaConsumer<byte[], byte[]> membership;
    private volatile boolean joined;
    private volatile String trouble = "";
    private volatile double secondsSinceHeartbeat;

    public SourceGroup(WorkerParts parts) {
        this.parts = parts;
        for (PartitionWorker.Phase phase : PartitionWorker.Phase.values()) {
            parts.metrics()
                    .workers(
                            phase.name().toLowerCase(Locale.ROOT),
                            () -> in(phase).count());
        }
    }

    public void start() {
        thread.start();
    }

    /** Ready when it is a member of the group and every worker works. */
    public Health health() {
        if (thread.getState() == Thread.State.NEW) {
            return Health.starting("not started");
        }
        if (!thread.isAlive()) {
            return stop.getCount() == 0
                    ? Health.starting("stopped")
                    : Health.dead("the group thread has ended; restart");
        }
        if (!joined) {
            return Health.starting(
                    trouble.isEmpty() ? "joins the group " + parts.settings().groupId() : trouble);
        }
        if (secondsSinceHeartbeat > parts.settings().sessionTimeout().toSeconds()) {
            return Health.starting("Kafka at " + parts.connection().bootstrapServers() + " has not answered for "
                    + Math.round(secondsSinceHeartbeat) + " s");
        }
        List<String> ended = in(PartitionWorker.Phase.ENDED).toList();
        if (!ended.isEmpty()) {
            return Health.dead(String.join("; ", ended));
        }
        List<String> waiting = Arrays.stream(PartitionWorker.Phase.values())
                .filter(phase -> phase != PartitionWorker.Phase.WORKING)
                .flatMap(this::in)
                .sorted()
                .toList();
        return waiting.isEmpty()
                ? Health.ready("polls the sources of " + workers.size() + " partitions")
                : Health.starting(String.join("; ", waiting));
    }

    /** The partitions whose workers are in a phase, each with its condition. */
    private Stream<String> in(PartitionWorker.Phase phase) {
        return workers.entrySet().stream()
                .filter(worker -> worker.getValue().condition().phase() == phase)
                .map(worker -> "partition " + worker.getKey() + ": "
                        + worker.getValue().condition().detail())
                .sorted();
    }

    /** Leaves the group when the polls that are under way have ended, or have been given up. */
    @Override
    public void close() {
        stop.countDown();
        KafkaConsumer<byte[], byte[]> current = membership;
        if (current != null) {
            current.wakeup();
        }
        try {
            thread.join(patience().multipliedBy(2).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (!isStopping()) {
                beAMember();
                stop.await(isStopping() ? 0 : REJOIN_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            LOG.debug("group thread interrupted", interrupted);
        }
    }

    /** One membership, until the service stops, a worker was shut out, or the client fails. */
    private void beAMember() {
        KafkaConsumer<byte[], byte[]> consumer = null;
        KafkaClientMetrics measured = null;
        try {
            consumer = new KafkaClients(parts.connection(), parts.settings()).membership();
            membership = consumer;
            measured = parts.metrics().watch(consumer);
            consumer.subscribe(List.of(parts.connection().topics().sources().name()), new Assignments(consumer));
            while (!isStopping() && !isFenced()) {
                consumer.poll(POLL);
                secondsSinceHeartbeat = secondsSinceHeartbeat(consumer);
            }
            trouble = "";
        } catch (WakeupException told) {
            LOG.debug("told to stop", told);
        } catch (RuntimeException failed) {
            trouble = failed.toString();
            LOG.atLevel(parts.reported().test(failed) ? Level.DEBUG : Level.WARN)
                    .setCause(failed)
                    .log(
                            "membership of the group {} ended: {}; joins again",
                            parts.settings().groupId(),
                            trouble);
        } finally {
            joined = false;
            membership = null;
            end(List.copyOf(workers.keySet()), parts.settings().stopTimeout());
            leave(consumer, measured);
        }
    }

    /** The consumer itself never fails for want of a broker, it goes on trying. */
    private static double secondsSinceHeartbeat(KafkaConsumer<?, ?> consumer) {
        return consumer.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("last-heartbeat-seconds-ago"))
                .mapToDouble(metric -> ((Number) metric.getValue().metricValue()).doubleValue())
                .findFirst()
                .orElse(0);
    }

    /** Workers have ended by now, so that whoever takes over need not wait for them. */
    private static void leave(@Nullable KafkaConsumer<byte[], byte[]> consumer, @Nullable KafkaClientMetrics measured) {
        if (measured != null) {
            measured.close();
        }
        if (consumer != null) {
            consumer.close(CloseOptions.timeout(LEAVING));
        }
    }

    private boolean isFenced() {
        return workers.values().stream().anyMatch(worker -> worker.condition().phase() == PartitionWorker.Phase.FENCED);
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }

    /** Ends workers: lets their polls finish for a time, then gives them up. */
    private void end(Collection<Integer> partitions, Duration patience) {
        List<PartitionWorker> ending = new ArrayList<>();
        partitions.forEach(partition -> {
            PartitionWorker worker = workers.remove(partition);
            if (worker != null) {
                ending.add(worker);
            }
        });
        try {
            ending.forEach(PartitionWorker::stop);
            awaitEnd(ending, patience);
            ending.forEach(PartitionWorker::abandon);
            if (!awaitEnd(ending, CLOSING)) {
                LOG.warn("a worker has not ended; it is shut out when its partition is taken over");
            }
        } catch (InterruptedException interrupted) {
            ending.forEach(PartitionWorker::abandon);
            Thread.currentThread().interrupt();
        }
    }

    private static boolean awaitEnd(List<PartitionWorker> ending, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        boolean all = true;
        for (PartitionWorker worker : ending) {
            all &= worker.awaitEnd(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
        return all;
    }

    private Duration patience() {
        return parts.settings().stopTimeout().plus(CLOSING);
    }

    /** What the group says. */
    private final class Assignments implements ConsumerRebalanceListener {
        private final KafkaConsumer<byte[], byte[]> consumer;

        private Assignments(KafkaConsumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            // Workers read for themselves: they must have shut out their predecessor first.
            consumer.pause(partitions);
            partitions.forEach(partition -> {
                PartitionWorker worker = new PartitionWorker(parts, partition.partition());
                workers.put(partition.partition(), worker);
                worker.start();
            });
            joined = true;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            end(numbers(partitions), parts.settings().stopTimeout());
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            end(numbers(partitions), Duration.ZERO);
        }

        private List<Integer> numbers(Collection<TopicPartition> partitions) {
            return partitions.stream().map(TopicPartition::partition).toList();
        }
    }
}
