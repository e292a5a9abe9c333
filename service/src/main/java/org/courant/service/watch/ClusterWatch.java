package org.courant.service.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.courant.service.Fault;
import org.courant.service.health.Health;
import org.courant.service.kafka.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches what a service needs of Kafka, with three requests every five seconds: that brokers answer, that no
 * transaction stays open in a partition which the service reads or writes, and how far its group has come. It is the
 * one that reports an outage; clients, which all notice it on their own and again and again, need not.
 */
public final class ClusterWatch implements AutoCloseable {
    /** Twice the longest transaction time-out of Courant's producers, which is that of ingest. */
    public static final Duration MAX_TRANSACTION = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(ClusterWatch.class);

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration TOLERANCE = Duration.ofSeconds(12);

    /** An answer that takes so long may be none. */
    private static final Duration DOUBT = PAUSE.plusSeconds(3);

    /** Clients go on to fail for a while of what they began during an outage. */
    private static final Duration AFTERMATH = Duration.ofSeconds(60);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    /** Topics come and go; so many looks are made at those that were there. */
    private static final int LOOKS = 6;

    private final Watched watched;
    private final Connection connection;
    private final InstantSource clock;
    private final StableOffsets offsets;
    private final Outage outage;
    private final GroupMeters positions;
    private final Set<TopicPartition> reported = new HashSet<>();
    private final Thread thread;
    private final CountDownLatch closing = new CountDownLatch(1);
    private Set<TopicPartition> partitions = Set.of();
    private int looks;
    private volatile List<OpenTransaction> unstable = List.of();
    private volatile String silence = "";
    private volatile Instant lastAnswer;
    private volatile Instant lastFailure = Instant.MIN;
    private String refusal = "";

    public ClusterWatch(Watched watched, Connection connection, MeterRegistry meters, InstantSource clock) {
        this(watched, connection, meters, clock, MAX_TRANSACTION);
    }

    ClusterWatch(
            Watched watched,
            Connection connection,
            MeterRegistry meters,
            InstantSource clock,
            Duration maxTransaction) {
        this.watched = watched;
        this.connection = connection;
        this.clock = clock;
        this.lastAnswer = clock.instant();
        this.offsets = new StableOffsets(maxTransaction);
        this.outage = new Outage(
                watched.service() + ": Kafka at " + connection.bootstrapServers(), TOLERANCE, clock.instant());
        this.positions = new GroupMeters(watched.service(), meters);
        this.thread = new Thread(this::run, watched.service() + "-cluster-watch");
        Gauge.builder("courant.partitions.unstable", this, watch -> watch.unstable.size())
                .tag("service", watched.service())
                .register(meters);
    }

    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Not ready while Kafka does not answer, or while a partition cannot be read on; names the partition then. */
    public Health health() {
        if (thread.getState() == Thread.State.TERMINATED && closing.getCount() > 0) {
            return Health.dead(watched.service() + ": the watch of the cluster has stopped; the log says why");
        }
        List<String> problems = new ArrayList<>();
        if (!silence.isEmpty()) {
            problems.add(silence);
        }
        unstable.forEach(each -> problems.add(each.described(connection.bootstrapServers())));
        return problems.isEmpty() ? Health.ready("Kafka answers") : Health.starting(String.join("; ", problems));
    }

    /** Name of the service that is watched for. */
    public String service() {
        return watched.service();
    }

    /**
     * Whether a failure needs no line of its own, since this watch reports what it comes from: a client of Kafka has
     * failed while brokers do not answer, or in the minute after.
     */
    public boolean explains(Throwable failed) {
        return isOutage() && Fault.rootOf(failed) instanceof KafkaException;
    }

    private boolean isOutage() {
        Instant now = clock.instant();
        return now.isAfter(lastAnswer.plus(DOUBT)) || now.isBefore(lastFailure.plus(AFTERMATH));
    }

    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        try {
            thread.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        positions.clear();
    }

    private void run() {
        Map<String, Object> settings = connection.client(Map.of(
                "client.id",
                "courant-watch-" + watched.service(),
                "request.timeout.ms",
                5_000,
                "default.api.timeout.ms",
                10_000));
        try (Admin admin = Admin.create(settings)) {
            do {
                look(admin);
            } while (!closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            LOG.debug("{}: the watch of the cluster was interrupted", watched.service(), interrupted);
        } catch (RuntimeException | Error failed) {
            LOG.error("{}: the watch of the cluster has stopped", watched.service(), failed);
        }
    }

    private void look(Admin admin) throws InterruptedException {
        try {
            observe(admin);
            answered();
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            if (cause instanceof AuthorizationException) {
                answered();
                refused(cause);
            } else {
                looks = 0;
                failed(cause);
            }
        }
    }

    private void observe(Admin admin) throws ExecutionException, InterruptedException {
        if (looks++ % LOOKS == 0) {
            partitions = watched.partitions(admin);
        }
        Map<TopicPartition, Long> stable = Watched.ends(admin, partitions, IsolationLevel.READ_COMMITTED);
        Map<TopicPartition, Long> ends = Watched.ends(admin, partitions, IsolationLevel.READ_UNCOMMITTED);
        name(offsets.observe(stable, ends, clock.instant()), new OpenTransactions(admin));
        positions.update(
                admin.listConsumerGroupOffsets(watched.group())
                        .partitionsToOffsetAndMetadata()
                        .get(),
                ends);
    }

    private void name(List<Unstable> found, OpenTransactions transactions)
            throws ExecutionException, InterruptedException {
        List<OpenTransaction> named = new ArrayList<>();
        for (Unstable each : found) {
            OpenTransaction transaction = transactions.at(each.partition(), each.offset());
            named.add(transaction);
            if (reported.add(each.partition())) {
                LOG.warn("{}: {}", watched.service(), transaction.described(connection.bootstrapServers()));
            }
        }
        Set<TopicPartition> now = new HashSet<>();
        found.forEach(each -> now.add(each.partition()));
        for (TopicPartition partition : Set.copyOf(reported)) {
            if (!now.contains(partition)) {
                reported.remove(partition);
                LOG.info("{}: {} can be read on", watched.service(), partition);
            }
        }
        unstable = List.copyOf(named);
    }

    private void answered() {
        Instant now = clock.instant();
        lastAnswer = now;
        outage.answered(now).ifPresent(LOG::info);
        silence = "";
    }

    private void failed(Throwable cause) {
        Instant now = clock.instant();
        lastFailure = now;
        outage.failed(now, cause.toString()).ifPresent(LOG::warn);
        if (outage.lasts()) {
            silence = "Kafka at %s has not answered for %d s"
                    .formatted(
                            connection.bootstrapServers(), outage.silence(now).toSeconds());
        }
    }

    /** What this user may not see is not watched; that is worth one line. */
    private void refused(Throwable cause) {
        String reason = String.valueOf(cause.getMessage());
        if (!reason.equals(refusal)) {
            refusal = reason;
            LOG.info("{}: not all of the cluster can be watched: {}", watched.service(), reason);
        }
    }
}
