package org.courant.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.courant.ingest.http.PoliteClients;
import org.courant.ingest.worker.Connectors;
import org.courant.ingest.worker.IngestMetrics;
import org.courant.ingest.worker.SourceGroup;
import org.courant.ingest.worker.WorkerParts;
import org.courant.schemas.topic.Topics;
import org.courant.service.Service;
import org.courant.service.health.Health;
import org.courant.service.health.HealthMeters;
import org.courant.service.kafka.Connection;
import org.courant.service.kafka.TopicAdmin;
import org.courant.service.registry.SchemaAdmin;
import org.courant.service.watch.ClusterWatch;
import org.courant.service.watch.Watched;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the sources on the topic {@code sources} and writes what is new to {@code source-items}, exactly once. Any
 * number of processes share the sources; none asks a host that another one is asking.
 */
public final class IngestService implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);

    private static final String NAME = "ingest";

    private final Connection connection;
    private final IngestSettings settings;
    private final PoliteClients http;
    private final MeterRegistry meters;
    private final SourceGroup group;
    private final ClusterWatch watch;

    /** With the connectors that there are. */
    public IngestService(Connection connection, IngestSettings settings, MeterRegistry meters, InstantSource time) {
        this(connection, settings, meters, time, SourceConnectors::forKind);
    }

    /** With other connectors, for tests. */
    IngestService(
            Connection connection,
            IngestSettings settings,
            MeterRegistry meters,
            InstantSource time,
            Connectors connectors) {
        this.connection = connection;
        this.settings = settings;
        this.http = new PoliteClients(settings.http(), time);
        this.meters = meters;
        this.watch = new ClusterWatch(watched(connection, settings), connection, meters, time);
        IngestMetrics metrics = new IngestMetrics(meters, time);
        this.group = new SourceGroup(
                new WorkerParts(connection, settings.worker(), connectors, http, metrics, time, watch::explains));
    }

    private static Watched watched(Connection connection, IngestSettings settings) {
        Topics topics = connection.topics();
        return new Watched(
                NAME,
                settings.worker().groupId(),
                Set.of(
                        topics.sources().name(),
                        topics.sourceCursors().name(),
                        topics.sourceSeen().name(),
                        topics.sourceStatus().name(),
                        topics.sourceItems().name()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start() {
        TopicAdmin.require(connection);
        SchemaAdmin.require(connection);
        HealthMeters.bind(this, meters);
        if (settings.contact().isEmpty()) {
            LOG.warn("ingest.contact is not set; the owners of sources cannot reach you about what this service asks"
                    + " of them. Set it to a web or mail address");
        }
        group.start();
        watch.start();
    }

    @Override
    public Health health() {
        return Health.of(List.of(group.health(), watch.health()));
    }

    @Override
    public void close() {
        watch.close();
        group.close();
        http.close();
    }
}
