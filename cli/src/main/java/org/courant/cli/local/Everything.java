package org.courant.cli.local;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.courant.cli.process.Running;
import org.courant.enrich.EnrichService;
import org.courant.ingest.IngestService;
import org.courant.ingest.definition.SourceChange;
import org.courant.ingest.definition.SourcePlan;
import org.courant.ingest.definition.SourcePublisher;
import org.courant.publish.PublishService;
import org.courant.service.Service;
import org.courant.service.health.Health;
import org.courant.service.health.ProcessMetrics;
import org.courant.service.kafka.Connection;
import org.courant.service.kafka.TopicAdmin;
import org.courant.service.registry.SchemaAdmin;

/**
 * Broker, registry and the three services, started.
 *
 * @param connection leads clients to this broker and registry
 * @param publish serves the page
 */
public record Everything(Connection connection, PublishService publish) {
    /** For all of it to stop in order: the services together, then registry and broker. */
    public static final Duration LONGEST_STOP = Duration.ofSeconds(14);

    /**
     * Starts all of it; five to ten seconds.
     *
     * @param running takes over the duty to close what has been started, also where the start fails half-way
     */
    public static Everything start(
            EverythingSettings settings, InstantSource time, Running running, StartReport report) {
        Starter starter = new Starter(settings, time, running);
        LocalCluster cluster = report.step("Kafka and schema registry", starter::cluster, LocalCluster::toString);
        Connection connection = cluster.connection(settings.connection());
        report.step(
                "topics, schemas, sources",
                () -> starter.install(connection),
                count -> count == 1 ? "1 source" : count + " sources");
        PublishService publish =
                report.step("ingest, enrich, publish", () -> starter.services(cluster, connection), started -> "");
        return new Everything(connection, publish);
    }

    /** Address of the page. */
    public String page() {
        return "http://127.0.0.1:" + publish.port();
    }

    /** Of all parts; the page answers it to {@code /readyz}. */
    public Health health() {
        return publish.healthOfProcess();
    }

    private record Starter(EverythingSettings settings, InstantSource time, Running running) {
        LocalCluster cluster() {
            return LocalCluster.start(settings.local(), running);
        }

        /** Makes topics, schemas and sources what they must be; returns how many sources there are. */
        int install(Connection connection) {
            running.together(List.of(
                    () -> {
                        try (TopicAdmin topics = new TopicAdmin(connection)) {
                            topics.apply(topics.plan());
                        }
                        return true;
                    },
                    () -> {
                        new SchemaAdmin(connection).register();
                        return true;
                    }));
            SourcePublisher publisher = new SourcePublisher(connection);
            SourcePlan plan = publisher.plan(settings.sources());
            publisher.apply(new SourcePlan(plan.changes().stream()
                    .filter(change -> !(change instanceof SourceChange.Removed))
                    .toList()));
            return plan.changes().size();
        }

        PublishService services(LocalCluster cluster, Connection connection) {
            PrometheusMeterRegistry meters = ProcessMetrics.create();
            Service ingest = new IngestService(connection, settings.ingest(), meters, time);
            Service enrich = new EnrichService(connection, settings.enrich(), meters, time);
            PublishService publish = new PublishService(
                    connection,
                    settings.publish(),
                    meters,
                    time,
                    () -> List.of(cluster.health(), ingest.health(), enrich.health()));
            List<Service> services = List.of(ingest, enrich, publish);
            running.addAll(services);
            running.together(services.stream().map(Starter::starting).toList());
            return publish;
        }

        private static Callable<Service> starting(Service service) {
            return () -> {
                service.start();
                return service;
            };
        }
    }
}
