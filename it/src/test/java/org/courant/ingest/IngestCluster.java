package org.courant.ingest;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.courant.ingest.definition.SourceDefinitions;
import org.courant.ingest.definition.SourcePlan;
import org.courant.ingest.definition.SourcePublisher;
import org.courant.ingest.http.HttpLimits;
import org.courant.ingest.http.HttpSettings;
import org.courant.ingest.http.Pace;
import org.courant.ingest.worker.Connectors;
import org.courant.ingest.worker.WorkerSettings;
import org.courant.schemas.Source;
import org.courant.schemas.SourceCursor;
import org.courant.schemas.SourceItem;
import org.courant.schemas.SourceStatus;
import org.courant.schemas.topic.Topics;
import org.courant.service.kafka.Connection;
import org.courant.testkit.TestCluster;
import org.courant.testkit.TopicReader;

/**
 * One installation under test: its topics, and as many ingest services as a test wants.
 *
 * @param bootstrapServers the cluster
 * @param registryUrl its registry
 * @param topics topics of the test's own
 * @param groupId consumer group of its processes
 * @param pace how often hosts may be asked
 */
record IngestCluster(String bootstrapServers, String registryUrl, Topics topics, String groupId, Pace pace) {
    /** Each item of a document of lines; the test connector for every source. */
    static final Connectors LINES = kind -> Optional.of(new LineConnector());

    static IngestCluster on(TestCluster kafka, int partitions) {
        Topics topics = kafka.newTopics(partitions);
        return new IngestCluster(
                        kafka.bootstrapServers(),
                        kafka.registryUrl(),
                        topics,
                        topics.prefix() + "ingest",
                        Pace.STANDARD)
                .withPace(Duration.ofMillis(1));
    }

    /** The same with another interval for all hosts but arXiv's. */
    IngestCluster withPace(Duration interval) {
        return new IngestCluster(
                bootstrapServers, registryUrl, topics, groupId, new Pace(interval, Pace.STANDARD.byGroup()));
    }

    /** The same with processes that do not wait for those of another group to time out. */
    IngestCluster withGroup(String other) {
        return new IngestCluster(bootstrapServers, registryUrl, topics, other, pace);
    }

    Connection connection(Map<String, String> kafka) {
        Map<String, String> all = new HashMap<>(kafka);
        all.put("bootstrap.servers", bootstrapServers);
        return new Connection(all, Map.of("schema.registry.url", registryUrl), topics, (short) 1);
    }

    IngestService service(Connectors connectors) {
        return service(connectors, InstantSource.system(), Map.of());
    }

    IngestService service(Connectors connectors, InstantSource time, Map<String, String> kafka) {
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        return new IngestService(connection(kafka), settings(), meters, time, connectors);
    }

    /** Everything as fast as can be. */
    IngestSettings settings() {
        WorkerSettings worker =
                new WorkerSettings(groupId, Duration.ofSeconds(6), Duration.ofSeconds(3), Duration.ofSeconds(5));
        HttpSettings http =
                new HttpSettings(HttpSettings.userAgent("test", "https://courant.example"), HttpLimits.STANDARD, pace);
        return new IngestSettings(worker, Optional.of("https://courant.example"), http, "127.0.0.1", 0);
    }

    SourcePlan apply(Source... sources) {
        SourcePublisher publisher = new SourcePublisher(connection(Map.of()));
        SourcePlan plan = publisher.plan(new SourceDefinitions(List.of(sources)));
        publisher.apply(plan);
        return plan;
    }

    /** Processes that are in the group just now. */
    int members() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return admin.describeConsumerGroups(List.of(groupId)).all().get().values().stream()
                    .mapToInt(group -> group.members().size())
                    .sum();
        }
    }

    /** The log of record as a reader sees it. */
    List<SourceItem> items() {
        return TopicReader.committed(bootstrapServers)
                .records(topics.sourceItems(), connection(Map.of()).serdes())
                .stream()
                .map(ConsumerRecord::value)
                .toList();
    }

    List<String> itemIds() {
        return items().stream().map(SourceItem::getItemId).toList();
    }

    SortedMap<String, SourceStatus> statuses() {
        return TopicReader.committed(bootstrapServers)
                .table(topics.sourceStatus(), connection(Map.of()).serdes());
    }

    SourceStatus status(String sourceId) {
        return Objects.requireNonNull(statuses().get(sourceId), "no status of " + sourceId);
    }

    SortedMap<String, SourceCursor> cursors() {
        return TopicReader.committed(bootstrapServers)
                .table(topics.sourceCursors(), connection(Map.of()).serdes());
    }

    List<ConsumerRecord<String, byte[]>> deadLetters() {
        return TopicReader.committed(bootstrapServers)
                .bytes(topics.deadLetters().name());
    }
}
