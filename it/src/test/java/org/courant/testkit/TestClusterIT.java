package org.courant.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.courant.schemas.SourceKind;
import org.courant.schemas.SourceState;
import org.courant.schemas.SourceStatus;
import org.courant.schemas.serde.AvroSerdes;
import org.courant.schemas.topic.Topic;
import org.courant.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@WithKafka
class TestClusterIT {
    private final TestCluster cluster;

    TestClusterIT(TestCluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void aCommittedRecordComesBackThroughRegistryAndBroker() throws Exception {
        Topics topics = cluster.newTopics(3);
        AvroSerdes serdes = AvroSerdes.of(cluster.registryUrl());
        SourceStatus status = status("a");
        try (KafkaProducer<String, SourceStatus> producer = producer(topics.sourceStatus(), serdes)) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, topics.sourceStatus(), "a", status);
            producer.commitTransaction();
        }
        List<ConsumerRecord<String, SourceStatus>> read =
                TopicReader.committed(cluster.bootstrapServers()).records(topics.sourceStatus(), serdes);
        assertThat(read).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo("a");
            assertThat(record.value()).isEqualTo(status);
        });
    }

    @Test
    void onlyAnUncommittedReaderSeesAnAbortedRecord() throws Exception {
        Topics topics = cluster.newTopics(1);
        AvroSerdes serdes = AvroSerdes.of(cluster.registryUrl());
        Topic<SourceStatus> topic = topics.sourceStatus();
        try (KafkaProducer<String, SourceStatus> producer = producer(topic, serdes)) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, topic, "aborted", status("aborted"));
            producer.abortTransaction();
            producer.beginTransaction();
            send(producer, topic, "committed", status("committed"));
            producer.commitTransaction();
        }
        assertThat(TopicReader.committed(cluster.bootstrapServers()).bytes(topic.name()))
                .extracting(ConsumerRecord::key)
                .containsExactly("committed");
        assertThat(TopicReader.uncommitted(cluster.bootstrapServers()).bytes(topic.name()))
                .extracting(ConsumerRecord::key)
                .containsExactly("aborted", "committed");
    }

    /** Else records that a test has written or aborted may be gone when it looks for them, now and then. */
    @Test
    void theLogsCleanerTakesNothingAwayWhileTestsRun() throws Exception {
        ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, "1");
        try (Admin admin = cluster.adminClient()) {
            Config settings = admin.describeConfigs(Set.of(broker))
                    .values()
                    .values()
                    .iterator()
                    .next()
                    .get(30, TimeUnit.SECONDS);
            assertThat(settings.entries())
                    .filteredOn(entry -> entry.name().equals("log.cleaner.backoff.ms"))
                    .extracting(ConfigEntry::value)
                    .containsExactly(String.valueOf(Duration.ofDays(1).toMillis()));
        }
    }

    @Test
    void aTableHoldsTheLastValueOfEachKeyAndNoWithdrawnKey() throws Exception {
        Topics topics = cluster.newTopics(2);
        AvroSerdes serdes = AvroSerdes.of(cluster.registryUrl());
        Topic<SourceStatus> topic = topics.sourceStatus();
        try (KafkaProducer<String, SourceStatus> producer = producer(topic, serdes)) {
            producer.initTransactions();
            producer.beginTransaction();
            send(producer, topic, "kept", status("old"));
            send(producer, topic, "withdrawn", status("gone"));
            send(producer, topic, "kept", status("new"));
            send(producer, topic, "withdrawn", null);
            producer.commitTransaction();
        }
        assertThat(TopicReader.committed(cluster.bootstrapServers()).table(topic, serdes))
                .containsExactly(Map.entry("kept", status("new")));
    }

    @Test
    void anEmptyTopicReadsAsEmpty() {
        Topics topics = cluster.newTopics(2);
        assertThat(TopicReader.committed(cluster.bootstrapServers())
                        .bytes(topics.stories().name()))
                .isEmpty();
    }

    @Test
    void topicsHaveTheirPartitionsAndConfiguration() throws Exception {
        Topics topics = new Topics(cluster.uniquePrefix(), 4);
        cluster.createTopics(topics);
        String name = topics.sourceItems().name();
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        try (Admin admin = cluster.adminClient()) {
            assertThat(admin.describeTopics(Set.of(name))
                            .allTopicNames()
                            .get(30, TimeUnit.SECONDS)
                            .values())
                    .singleElement()
                    .satisfies(topic -> assertThat(topic.partitions()).hasSize(4));
            assertThat(admin.describeConfigs(Set.of(resource))
                            .all()
                            .get(30, TimeUnit.SECONDS)
                            .values())
                    .singleElement()
                    .satisfies(config ->
                            assertThat(config.get("retention.ms").value()).isEqualTo("-1"));
        }
    }

    @Test
    void aRecordWithoutARegisteredSchemaIsRefused() {
        Topics topics = new Topics(cluster.uniquePrefix(), 1);
        try (Serde<SourceStatus> serde = AvroSerdes.of(cluster.registryUrl()).of(topics.sourceStatus())) {
            assertThatThrownBy(() ->
                            serde.serializer().serialize(topics.sourceStatus().name(), status("a")))
                    .hasMessageContaining("Error retrieving Avro schema");
        }
    }

    @Test
    void theBackendStandsInAFile() {
        assertThat(Path.of("target", "kafka-backend.txt"))
                .exists()
                .content()
                .contains("Kafka for tests: " + cluster.backend());
    }

    private KafkaProducer<String, SourceStatus> producer(Topic<SourceStatus> topic, AvroSerdes serdes) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "transactional.id", topic.name());
        return new KafkaProducer<>(
                settings, new StringSerializer(), serdes.of(topic).serializer());
    }

    private static void send(
            KafkaProducer<String, SourceStatus> producer,
            Topic<SourceStatus> topic,
            String key,
            @Nullable SourceStatus value)
            throws Exception {
        producer.send(new ProducerRecord<>(topic.name(), key, value)).get(30, TimeUnit.SECONDS);
    }

    private static SourceStatus status(String id) {
        return SourceStatus.newBuilder()
                .setSourceId(id)
                .setSourceName("Source " + id)
                .setSourceKind(SourceKind.ARXIV)
                .setState(SourceState.FRESH)
                .setSince(Instant.parse("2025-10-03T00:00:00Z"))
                .build();
    }
}
