package org.courant.publish;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.courant.publish.finish.Ranking;
import org.courant.publish.stream.ChangeStream;
import org.courant.publish.view.DigestView;
import org.courant.publish.view.ViewReader;
import org.courant.publish.web.WebServer;
import org.courant.schemas.topic.Topics;
import org.courant.service.CannotStart;
import org.courant.service.Service;
import org.courant.service.health.Health;
import org.courant.service.health.HealthMeters;
import org.courant.service.health.HealthRoutes;
import org.courant.service.kafka.Connection;
import org.courant.service.kafka.TopicAdmin;
import org.courant.service.registry.SchemaAdmin;
import org.courant.service.streams.RocksDbLimits;
import org.courant.service.streams.StreamsLifecycle;
import org.courant.service.watch.ClusterWatch;
import org.courant.service.watch.Watched;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finishes entries, files them into editions, and serves what is on the topics. Any number of instances share the
 * finishing; each of them serves everything.
 */
public final class PublishService implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(PublishService.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(6);

    private final Connection connection;
    private final PublishSettings settings;
    private final PrometheusMeterRegistry meters;
    private final InstantSource clock;
    private final Topology topology;
    private final ChangeStream stream;
    private final ViewReader reader;
    private final ClusterWatch watch;
    private final Supplier<List<Health>> others;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    // Volatile, so that a probe is answered while the service is being closed.
    private volatile @Nullable StreamsLifecycle streams;
    private volatile @Nullable WebServer web;

    /** @param clock tells how old an entry is, and how long it took to come; no record depends on it */
    public PublishService(
            Connection connection, PublishSettings settings, PrometheusMeterRegistry meters, InstantSource clock) {
        this(connection, settings, meters, clock, List::of);
    }

    /** @param others what else runs in this process, for which {@code /healthz} and {@code /readyz} answer too */
    public PublishService(
            Connection connection,
            PublishSettings settings,
            PrometheusMeterRegistry meters,
            InstantSource clock,
            Supplier<List<Health>> others) {
        this.others = others;
        this.connection = connection;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
        this.topology = new PublishTopology(
                        connection.topics(),
                        connection.serdes(),
                        new Ranking(settings.ranking()),
                        settings.sections(),
                        settings.editionInterval(),
                        new PublishMeters(meters))
                .get();
        this.stream = new ChangeStream(connection, settings.web().streamClients(), meters);
        this.watch = new ClusterWatch(watched(), connection, meters, clock);
        this.reader = new ViewReader(connection, meters, clock, stream, watch::explains);
    }

    @Override
    public String name() {
        return "publish";
    }

    /**
     * Starts the web server, the view and the streams, in this order.
     *
     * @throws CannotStart if the port is taken, or Kafka or the registry is not as it must be; nothing runs then
     */
    @Override
    public synchronized void start() {
        TopicAdmin.require(connection);
        SchemaAdmin.require(connection);
        HealthMeters.bind(this, meters);
        try {
            web = started(WebServer.start(content(), settings.web(), settings.host(), settings.port()));
            // Closed before the web server, whose answers it ends.
            started(stream).start();
            started(reader).start();
            RocksDbLimits.Memory memory =
                    started(new RocksDbLimits.Memory(settings.streams().storeMegabytes() * 1024L * 1024L));
            StreamsLifecycle lifecycle = started(new StreamsLifecycle(
                    watch,
                    topology,
                    settings.streams().properties(connection, name(), meters, memory, Map.of()),
                    meters,
                    clock,
                    CLOSE_TIMEOUT));
            streams = lifecycle;
            lifecycle.start();
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private Watched watched() {
        Topics topics = connection.topics();
        return Watched.by(
                name(),
                settings.streams().applicationId(),
                topology.describe(),
                Set.of(topics.sources().name(), topics.sourceStatus().name()));
    }

    private WebServer.Content content() {
        HealthRoutes health = new HealthRoutes(
                this::healthOfProcess, () -> topology.describe().toString(), meters);
        return new WebServer.Content(reader::view, reader::hasRead, Optional.of(stream), health, meters, clock);
    }

    private <T extends AutoCloseable> T started(T part) {
        started.push(part);
        return part;
    }

    /** The digest as this instance sees it. */
    public DigestView view() {
        return reader.view();
    }

    /**
     * The port that the web server listens on.
     *
     * @throws IllegalStateException if the service does not run
     */
    public int port() {
        WebServer running = web;
        if (running == null) {
            throw new IllegalStateException("publish has not been started");
        }
        return running.port();
    }

    @Override
    public Health health() {
        StreamsLifecycle running = streams;
        Health finishing = running == null ? Health.starting("publish is starting") : running.health();
        return Health.of(List.of(finishing, reader.health(), stream.health(), serving()));
    }

    /** That of the service and of what else runs in this process. */
    public Health healthOfProcess() {
        List<Health> all = new ArrayList<>(others.get());
        all.add(health());
        return Health.of(all);
    }

    private Health serving() {
        WebServer running = web;
        return running == null || running.isRunning()
                ? Health.ready("page: served")
                : Health.dead("page: the web server has stopped; the log says why");
    }

    @Override
    public Optional<TopologyDescription> topology() {
        return Optional.of(topology.describe());
    }

    @Override
    public synchronized void close() {
        while (!started.isEmpty()) {
            AutoCloseable part = started.pop();
            try {
                part.close();
            } catch (Exception failed) {
                LOG.warn("publish: {} did not close cleanly", part.getClass().getSimpleName(), failed);
            }
        }
    }
}
