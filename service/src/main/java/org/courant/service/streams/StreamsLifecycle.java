package org.courant.service.streams;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.courant.service.FatalError;
import org.courant.service.Fault;
import org.courant.service.health.Health;
import org.courant.service.watch.ClusterWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a topology: starts it, replaces threads that fail, says how it is doing and closes it in time. A thread that
 * fails because Kafka or the registry does not answer is replaced for as long as that lasts. After
 * {@value Replacements#MOST} other failures within ten minutes the application stops, at once after an error that is
 * {@link FatalError fatal}; {@link #health} reports it as dead.
 */
public final class StreamsLifecycle implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsLifecycle.class);

    private final String name;
    private final ClusterWatch watch;
    private final int threads;
    private final StateDirectory state;
    private final Optional<RocksDbLimits.Memory> memory;
    private final Supplier<Running> opening;
    private final Duration closeTimeout;
    private final Replacements replacements;
    private final CountDownLatch closing = new CountDownLatch(1);

    private final AtomicInteger pausing = new AtomicInteger();
    private volatile Running running;
    private volatile String lastFailure = "";

    /** What is made anew where the local state cannot be opened. */
    private record Running(KafkaStreams streams, KafkaStreamsMetrics metrics, StoreSizes sizes) {
        void closeMeters() {
            sizes.close();
            metrics.close();
        }
    }

    /**
     * @param watch is started and closed with the application; its service gives the name for messages
     * @param properties made by {@link StreamsSettings#properties}
     * @param closeTimeout how long a close may take before it gives up waiting
     * @throws org.courant.service.CannotStart if there is no directory to be had for the local state
     */
    public StreamsLifecycle(
            ClusterWatch watch,
            Topology topology,
            Properties properties,
            MeterRegistry meters,
            InstantSource clock,
            Duration closeTimeout) {
        this.name = watch.service();
        this.watch = watch;
        this.threads = ((Number) properties.getOrDefault(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1)).intValue();
        this.closeTimeout = closeTimeout;
        this.replacements = new Replacements(clock);
        this.memory = Optional.ofNullable((RocksDbLimits.Memory) properties.get(RocksDbLimits.MEMORY));
        this.state = StateDirectory.claim(
                Path.of(properties.getProperty(StreamsConfig.STATE_DIR_CONFIG)),
                properties.getProperty(StreamsConfig.APPLICATION_ID_CONFIG));
        this.opening = () -> open(topology, in(state, properties), meters, clock);
        try {
            this.running = opening.get();
        } catch (RuntimeException failed) {
            state.close();
            throw failed;
        }
        Gauge.builder("courant.stream.threads.missing", this, lifecycle -> threads - lifecycle.workingThreads())
                .tag("service", name)
                .register(meters);
    }

    public void start() {
        try {
            running.streams().start();
        } catch (ProcessorStateException unopened) {
            if (isFullDisk(unopened)) {
                throw unopened;
            }
            // A process that is killed while Kafka Streams clears a store leaves one that nobody can open.
            LOG.warn("{}: its local state cannot be opened; it is cleared and restored from Kafka", name, unopened);
            restart();
        }
        watch.start();
    }

    private static boolean isFullDisk(ProcessorStateException unopened) {
        return String.valueOf(Fault.rootOf(unopened).getMessage()).contains("No space left");
    }

    private void restart() {
        running.closeMeters();
        running.streams().close(closeTimeout);
        running.streams().cleanUp();
        running = opening.get();
        running.streams().start();
    }

    private Running open(Topology topology, Properties properties, MeterRegistry meters, InstantSource clock) {
        KafkaStreams streams = new KafkaStreams(topology, properties);
        streams.setUncaughtExceptionHandler(this::onFailure);
        KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(meters);
        return new Running(streams, metrics, new StoreSizes(name, topology, streams::metrics, meters, clock));
    }

    /** Alive unless it has stopped for good; ready while every thread does its work and the cluster lets it. */
    public Health health() {
        return Health.of(List.of(ofThreads(), watch.health()));
    }

    private Health ofThreads() {
        KafkaStreams.State state = running.streams().state();
        return switch (state) {
            case RUNNING -> ofRunningThreads();
            case CREATED, REBALANCING -> Health.starting(name + " takes over its partitions and restores their state");
            case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR ->
                Health.dead(name + " has stopped (" + state + ")" + lastFailure + "; the log says why");
        };
    }

    /** Kafka Streams calls itself running also while threads wait to be replaced, and with fewer than it shall have. */
    private Health ofRunningThreads() {
        long working = workingThreads();
        if (working == threads) {
            return Health.ready(name + " is running");
        }
        String detail = name + ": " + working + " of " + threads + " stream threads work" + lastFailure;
        return working == 0 && pausing.get() == 0 ? Health.dead(detail) : Health.starting(detail);
    }

    private long workingThreads() {
        long alive = running.streams().metadataForLocalThreads().stream()
                .filter(thread -> !thread.threadState().equals("DEAD"))
                .count();
        return Math.max(0, alive - pausing.get());
    }

    /** Commits what is done, gives the partitions to others and stops; safe to call twice. */
    @Override
    public void close() {
        closing.countDown();
        watch.close();
        // The others need not wait for the session to time out.
        CloseOptions leave = CloseOptions.timeout(closeTimeout)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP);
        if (!running.streams().close(leave)) {
            LOG.warn("{}: did not stop within {}", name, closeTimeout);
            // A store that is being opened or written through memory that is freed ends the JVM.
            memory.ifPresent(RocksDbLimits.Memory::retain);
        }
        running.closeMeters();
        state.close();
    }

    private static Properties in(StateDirectory state, Properties properties) {
        Properties own = new Properties();
        own.putAll(properties);
        own.put(StreamsConfig.STATE_DIR_CONFIG, state.path().toString());
        // Whoever is started again on this state after a kill gets its tasks back at once, without waiting until the
        // group has given up the one that was killed.
        own.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
                state.member().toString());
        return own;
    }

    private StreamThreadExceptionResponse onFailure(Throwable error) {
        lastFailure = " after " + Fault.rootOf(error);
        if (Fault.causesOf(error).anyMatch(FatalError::isFatal)) {
            LOG.error("{}: cannot go on in this JVM and stops", name, error);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        Optional<Duration> pause = replacements.afterFailure(Fault.whileWriting(error));
        if (pause.isEmpty()) {
            LOG.error("{}: has failed too often and stops", name, error);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        report(pause.get(), error);
        pausing.incrementAndGet();
        try {
            boolean closed = closing.await(pause.get().toMillis(), TimeUnit.MILLISECONDS);
            return closed
                    ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
                    : StreamThreadExceptionResponse.REPLACE_THREAD;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        } finally {
            pausing.decrementAndGet();
        }
    }

    /** That Kafka does not answer has been said by the watch. */
    private void report(Duration pause, Throwable error) {
        if (watch.explains(error)) {
            LOG.debug("{}: a thread failed and is replaced in {}", name, pause, error);
        } else {
            LOG.warn("{}: a thread failed and is replaced in {}", name, pause, error);
        }
    }
}
