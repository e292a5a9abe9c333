package org.courant.enrich.world;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.courant.enrich.EnrichService;
import org.courant.enrich.EnrichSettings;
import org.courant.enrich.classify.TaxonomyFile;
import org.courant.enrich.classify.model.LinearModelFile;
import org.courant.enrich.languagemodel.LanguageModelSettings;
import org.courant.enrich.resolve.MatchLimits;
import org.courant.schemas.SourceItem;
import org.courant.schemas.topic.Topics;
import org.courant.service.kafka.Connection;
import org.courant.service.streams.StreamsSettings;
import org.courant.testkit.TopicReader;
import org.jspecify.annotations.Nullable;

/** An installation on a real broker and registry: writes the log, reads the tables, says what they must be. */
public record RealCluster(String bootstrapServers, String registryUrl, Topics topics) {
    private static final int MOST_MEMBERS = 500;

    /** An instance that has not been started; all of one installation share the work. */
    public EnrichService instance(Path stateDir, Duration commitInterval) {
        return instance(stateDir, commitInterval, Map.of());
    }

    /** One whose Kafka clients have these settings too. */
    public EnrichService instance(Path stateDir, Duration commitInterval, Map<String, String> kafka) {
        return instance(connection(kafka), "enrich", stateDir, commitInterval, null);
    }

    /**
     * One of an application of its own.
     *
     * @param model null for none
     */
    public EnrichService instance(
            String application, Path stateDir, Duration commitInterval, @Nullable LanguageModelSettings model) {
        return instance(connection(), application, stateDir, commitInterval, model);
    }

    private EnrichService instance(
            Connection connection,
            String application,
            Path stateDir,
            Duration commitInterval,
            @Nullable LanguageModelSettings model) {
        return new EnrichService(
                connection,
                new EnrichSettings(
                        TaxonomyFile.shipped(),
                        LinearModelFile.shipped(),
                        MOST_MEMBERS,
                        MatchLimits.DEFAULT,
                        "127.0.0.1",
                        0,
                        new StreamsSettings(topics.prefix() + application, stateDir, 1, commitInterval, 32),
                        model),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                InstantSource.system());
    }

    /** Writes a log in its order; partitions and offsets are Kafka's. */
    public void write(List<Given> log) {
        try (Serde<SourceItem> serde = connection().serdes().of(topics.sourceItems());
                KafkaProducer<byte[], byte[]> producer = producer()) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            log.forEach(given -> sent.add(producer.send(new ProducerRecord<>(
                    topics.sourceItems().name(),
                    null,
                    given.timestamp(),
                    given.key().getBytes(StandardCharsets.UTF_8),
                    serde.serializer().serialize(topics.sourceItems().name(), given.item())))));
            sent.forEach(RealCluster::await);
        }
    }

    /** Writes a record as it is, where its key belongs. */
    public void write(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            await(producer.send(new ProducerRecord<>(topics.sourceItems().name(), null, 7L, key, value, headers)));
        }
    }

    /** The tables as a reader of committed records sees them. */
    public Tables tables() {
        Tables tables = new Tables();
        TopicReader reader = TopicReader.committed(bootstrapServers);
        reader.records(topics.stories(), connection().serdes())
                .forEach(record -> tables.story(record.key(), record.value(), record.timestamp()));
        reader.records(topics.rejections(), connection().serdes())
                .forEach(record -> tables.rejections().put(record.key(), record.value()));
        return tables;
    }

    /** What the simulation makes of the log that the broker holds. */
    public Tables expected() {
        List<Given> log =
                TopicReader.committed(bootstrapServers)
                        .records(topics.sourceItems(), connection().serdes())
                        .stream()
                        .map(record ->
                                new Given(record.value(), record.timestamp(), record.partition(), record.offset()))
                        .toList();
        return new SimulatedCluster(
                        topics.sourceItems().name(),
                        topics.partitions(),
                        1,
                        MOST_MEMBERS,
                        MatchLimits.DEFAULT,
                        TestMethods.shipped(),
                        0)
                .run(log);
    }

    /** All records of stories and rejections, in the order of their partitions. */
    public List<ConsumerRecord<String, byte[]>> written(TopicReader reader) {
        List<ConsumerRecord<String, byte[]>> records =
                new ArrayList<>(reader.bytes(topics.stories().name()));
        records.addAll(reader.bytes(topics.rejections().name()));
        return records;
    }

    public Connection connection() {
        return connection(Map.of());
    }

    private Connection connection(Map<String, String> kafka) {
        Map<String, String> clients = new HashMap<>(kafka);
        clients.put("bootstrap.servers", bootstrapServers);
        return new Connection(clients, Map.of("schema.registry.url", registryUrl), topics, (short) 1);
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "compression.type",
                        "lz4",
                        "max.request.size",
                        64 * 1024 * 1024,
                        "buffer.memory",
                        128 * 1024 * 1024L,
                        // Sequence numbers can go wrong on a topic this young (KAFKA-15591); one request keeps the
                        // order.
                        "enable.idempotence",
                        false,
                        "max.in.flight.requests.per.connection",
                        1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
