package org.courant.service.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.courant.service.health.Health;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a topology: starts it, replaces threads that fail, says how it is doing and closes it in time. A thread that
 * fails because Kafka or the registry does not answer is replaced for as long as that lasts; after
 * {@value Replacements#MOST} other failures within ten minutes the application stops, which {@link #health} reports as
 * dead.
 */
public final class StreamsLifecycle implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsLifecycle.class);

    private final String name;
    private final StateDirectory state;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics metrics;
    private final StoreSizes sizes;
    private final Duration closeTimeout;
    private final Replacements replacements;
    private final CountDownLatch closing = new CountDownLatch(1);

    /**
     * @param name of the service, for messages
     * @param properties made by {@link StreamsSettings#properties}
     * @param closeTimeout how long a close may take before it gives up waiting
     * @throws org.courant.service.CannotStart if there is no directory to be had for the local state
     */
    public StreamsLifecycle(
            String name,
            Topology topology,
            Properties properties,
            MeterRegistry meters,
            InstantSource clock,
            Duration closeTimeout) {
        this.name = name;
        this.closeTimeout = closeTimeout;
        this.replacements = new Replacements(clock);
        this.state = StateDirectory.claim(
                Path.of(properties.getProperty(StreamsConfig.STATE_DIR_CONFIG)),
                properties.getProperty(StreamsConfig.APPLICATION_ID_CONFIG));
        try {
            this.streams = new KafkaStreams(topology, in(state, properties));
        } catch (RuntimeException failed) {
            state.close();
            throw failed;
        }
        this.streams.setUncaughtExceptionHandler(this::onFailure);
        this.metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(meters);
        this.sizes = new StoreSizes(name, topology, streams::metrics, meters, clock);
    }

    public void start() {
        streams.start();
    }

    /** Alive unless it has stopped for good; ready while every thread does its work. */
    public Health health() {
        KafkaStreams.State state = streams.state();
        return switch (state) {
            case RUNNING -> Health.ready(name + " is running");
            case CREATED, REBALANCING -> Health.starting(name + " takes over its partitions and restores their state");
            case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR ->
                Health.dead(name + " has stopped (" + state + "); the log says why");
        };
    }

    /** Commits what is done, gives the partitions to others and stops; safe to call twice. */
    @Override
    public void close() {
        closing.countDown();
        // The others need not wait for the session to time out.
        CloseOptions leave = CloseOptions.timeout(closeTimeout)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP);
        if (!streams.close(leave)) {
            LOG.warn("{}: did not stop within {}", name, closeTimeout);
        }
        sizes.close();
        metrics.close();
        state.close();
    }

    private static Properties in(StateDirectory state, Properties properties) {
        Properties own = new Properties();
        own.putAll(properties);
        own.put(StreamsConfig.STATE_DIR_CONFIG, state.path().toString());
        return own;
    }

    private StreamThreadExceptionResponse onFailure(Throwable error) {
        Optional<Duration> pause = replacements.afterFailure(Fault.whileWriting(error));
        if (pause.isEmpty()) {
            LOG.error("{}: has failed too often and stops", name, error);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOG.warn("{}: a thread failed and is replaced in {}", name, pause.get(), error);
        try {
            boolean closed = closing.await(pause.get().toMillis(), TimeUnit.MILLISECONDS);
            return closed
                    ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
                    : StreamThreadExceptionResponse.REPLACE_THREAD;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
    }
}
