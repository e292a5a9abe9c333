package org.courant.enrich;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.courant.enrich.block.FrequencyTable;
import org.courant.enrich.classify.SectionClassifier;
import org.courant.enrich.classify.model.WordVectorsFile;
import org.courant.enrich.compare.PairRules;
import org.courant.enrich.compare.Profiles;
import org.courant.enrich.compare.Thresholds;
import org.courant.enrich.languagemodel.LanguageModelSettings;
import org.courant.enrich.languagemodel.ask.Asking;
import org.courant.enrich.summarise.ExtractiveSummariser;
import org.courant.service.CannotStart;
import org.courant.service.Service;
import org.courant.service.health.Health;
import org.courant.service.health.HealthMeters;
import org.courant.service.health.HealthServer;
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

/** Turns the log of record into stories, exactly once. Any number of instances share the work. */
public final class EnrichService implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(EnrichService.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(6);
    private static final int MOST_RECORD_BYTES = 8 * 1024 * 1024;

    private final Connection connection;
    private final EnrichSettings settings;
    private final PrometheusMeterRegistry meters;
    private final InstantSource clock;
    private final Topology topology;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    // Volatile, so that a probe is answered while the service is being closed.
    private volatile @Nullable StreamsLifecycle streams;
    private volatile @Nullable Asking asking;

    /**
     * @param clock spaces the replacements of failed threads and the requests to a language model; no story depends on
     *     it
     */
    public EnrichService(
            Connection connection, EnrichSettings settings, PrometheusMeterRegistry meters, InstantSource clock) {
        this.connection = connection;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
        EnrichTopology stages = new EnrichTopology(
                connection.topics(),
                connection.serdes(),
                new Methods(
                        new Profiles(
                                FrequencyTable.shipped(), meters.counter("courant.enrich.shingles.common")::increment),
                        new PairRules(Thresholds.DEFAULT),
                        settings.limits(),
                        new SectionClassifier(settings.taxonomy(), settings.model(), WordVectorsFile.shipped()),
                        new ExtractiveSummariser()),
                settings.mostMembers(),
                meters);
        LanguageModelSettings model = settings.languageModel();
        this.topology =
                model == null ? stages.build() : stages.with(model.version()).build();
    }

    @Override
    public String name() {
        return "enrich";
    }

    /**
     * Starts the health server and the streams.
     *
     * @throws CannotStart if the port is taken, or Kafka or the registry is not as it must be; nothing runs then
     */
    @Override
    public synchronized void start() {
        TopicAdmin.require(connection);
        SchemaAdmin.require(connection);
        TopicAdmin.requireNothingLeft(
                connection, name(), EnrichTopology.leftBehind(settings.streams().applicationId()));
        HealthMeters.bind(this, meters);
        try {
            started(HealthServer.start(this, meters, settings.healthHost(), settings.healthPort()));
            RocksDbLimits.Memory memory =
                    started(new RocksDbLimits.Memory(settings.streams().storeMegabytes() * 1024L * 1024L));
            Watched watched = Watched.by(name(), settings.streams().applicationId(), topology.describe(), Set.of());
            ClusterWatch watch = new ClusterWatch(watched, connection, meters, clock);
            StreamsLifecycle lifecycle = started(new StreamsLifecycle(
                    watch,
                    topology,
                    settings.streams().properties(connection, name(), meters, memory, own()),
                    meters,
                    clock,
                    CLOSE_TIMEOUT));
            streams = lifecycle;
            lifecycle.start();
            LanguageModelSettings model = settings.languageModel();
            if (model != null) {
                Asking part = started(asking(model, watch));
                asking = part;
                part.start();
            }
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    @Override
    public Health health() {
        StreamsLifecycle running = streams;
        Asking model = asking;
        if (model != null && model.hasDied()) {
            return Health.dead("enrich no longer asks the language model; the log says why");
        }
        return running == null ? Health.starting("enrich is starting") : running.health();
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
                LOG.warn("enrich: {} did not close cleanly", part.getClass().getSimpleName(), failed);
            }
        }
    }

    private Asking asking(LanguageModelSettings model, ClusterWatch watch) {
        String group = settings.streams().applicationId() + "-language-model";
        return new Asking(connection, group, model, meters, clock, watch::explains);
    }

    private static Map<String, Object> own() {
        return Map.of(
                // The result does not depend on the order of the inputs, so none has to wait for another.
                StreamsConfig.MAX_TASK_IDLE_MS_CONFIG,
                StreamsConfig.MAX_TASK_IDLE_MS_DISABLED,
                StreamsConfig.topicPrefix("max.message.bytes"),
                MOST_RECORD_BYTES);
    }

    private <T extends AutoCloseable> T started(T part) {
        started.push(part);
        return part;
    }
}
