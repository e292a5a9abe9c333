package org.courant.world;

import static org.awaitility.Awaitility.await;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.courant.enrich.EnrichService;
import org.courant.enrich.EnrichSettings;
import org.courant.publish.PublishService;
import org.courant.publish.PublishSettings;
import org.courant.schemas.SourceItem;
import org.courant.schemas.topic.Topic;
import org.courant.service.Service;
import org.courant.service.kafka.Connection;
import org.courant.service.settings.Problems;
import org.courant.service.settings.Section;
import org.courant.service.settings.SettingsFile;

/** Enrich and publish over topics of a test's own: items in, the API out. */
final class Pipeline implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Connection connection;
    private final EnrichService enrich;
    private final PublishService publish;

    private Pipeline(Connection connection, EnrichService enrich, PublishService publish) {
        this.connection = connection;
        this.enrich = enrich;
        this.publish = publish;
    }

    /**
     * Starts with the settings that ship, but without a limit of requests, and works match by their names only: the
     * texts of tests are too much alike.
     *
     * @param state directory for local state
     */
    static Pipeline start(Connection connection, Path state) {
        Problems problems = new Problems("the settings of this test");
        Section settings = SettingsFile.parse("""
                enrich: {application-id: %1$senrich, state-dir: "%2$s/enrich", store-megabytes: 16, health-port: 0,
                  match-texts: false}
                publish: {application-id: %1$spublish, state-dir: "%2$s/publish", store-megabytes: 16, port: 0,
                  requests-per-minute: 0}
                """.formatted(connection.topics().prefix(), state), Map.of(), problems);
        EnrichSettings enrich = EnrichSettings.from(settings);
        PublishSettings publish = PublishSettings.from(settings);
        problems.throwIfAny();
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Pipeline pipeline = new Pipeline(
                connection,
                new EnrichService(connection, enrich, meters, InstantSource.system()),
                new PublishService(connection, publish, meters, InstantSource.system()));
        try {
            List.of(pipeline.enrich, pipeline.publish).forEach(Service::start);
            await().atMost(PATIENCE).until(() -> pipeline.publish.health().ready());
            return pipeline;
        } catch (RuntimeException failed) {
            pipeline.close();
            throw failed;
        }
    }

    /** A client of the API; made once, since each has a thread of its own. */
    DigestApi api() {
        return new DigestApi(URI.create("http://127.0.0.1:" + publish.port()));
    }

    /** Writes to the log of record. */
    void write(SourceItem... items) {
        Topic<SourceItem> topic = connection.topics().sourceItems();
        // One request at a time: more can go wrong on a topic this young (KAFKA-15591).
        Map<String, Object> settings = connection.client(Map.of("max.in.flight.requests.per.connection", 1));
        try (Serde<SourceItem> serde = connection.serdes().of(topic);
                KafkaProducer<String, SourceItem> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), serde.serializer())) {
            for (SourceItem item : items) {
                written(producer.send(
                        new ProducerRecord<>(topic.name(), item.getIdentities().get(0), item)));
            }
        }
    }

    @Override
    public void close() {
        enrich.close();
        publish.close();
    }

    private static void written(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
