package org.courant.service.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.courant.schemas.topic.Topics;
import org.courant.service.kafka.Connection;
import org.courant.testkit.OwnCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ClusterWatchIT {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Topics topics = new Topics("watched.", 2);
    private final TopicPartition partition = new TopicPartition(topics.stories().name(), 1);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @TempDir
    private Path directory;

    private OwnCluster cluster;
    private ClusterWatch watch;

    @BeforeEach
    void start() {
        cluster = OwnCluster.start(directory);
        cluster.createTopics(topics);
        Connection connection =
                new Connection(Map.of("bootstrap.servers", cluster.bootstrapServers()), Map.of(), topics, (short) 1);
        watch = new ClusterWatch(
                new Watched("reader", "group", Set.of(topics.stories().name())),
                connection,
                meters,
                InstantSource.system(),
                Duration.ofSeconds(8));
        watch.start();
    }

    @AfterEach
    void stop() {
        watch.close();
        cluster.close();
    }

    @Test
    void aTransactionThatStaysOpenIsNamedWithItsProducerUntilItHasEnded() throws Exception {
        try (KafkaProducer<String, String> producer = producer("left-open")) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(partition.topic(), partition.partition(), "k", "v"))
                    .get(LONGEST.toSeconds(), TimeUnit.SECONDS);
            await().atMost(LONGEST).until(() -> !watch.health().ready());

            assertThat(watch.health().live()).isTrue();
            assertThat(watch.health().detail())
                    .contains(partition.topic() + " [1] cannot be read beyond offset 0")
                    .contains("transaction 'left-open' of producer "
                            + openProducer().producerId())
                    .contains("its coordinator ends it after 600 s at most");
            assertThat(meters.get("courant.partitions.unstable").gauge().value())
                    .isEqualTo(1);
            producer.abortTransaction();
        }
        await().atMost(LONGEST).until(() -> watch.health().ready());
        assertThat(meters.get("courant.partitions.unstable").gauge().value()).isZero();
    }

    @Test
    void howFarTheGroupHasComeIsExportedBesideTheEnd() throws Exception {
        try (KafkaProducer<String, String> producer = producer("three")) {
            producer.initTransactions();
            producer.beginTransaction();
            for (int i = 0; i < 3; i++) {
                producer.send(new ProducerRecord<>(partition.topic(), partition.partition(), "k", "v"))
                        .get(LONGEST.toSeconds(), TimeUnit.SECONDS);
            }
            producer.commitTransaction();
        }
        try (Admin admin = cluster.adminClient()) {
            admin.alterConsumerGroupOffsets("group", Map.of(partition, new OffsetAndMetadata(1)))
                    .all()
                    .get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        }
        await().atMost(LONGEST).ignoreExceptions().untilAsserted(() -> {
            assertThat(gauge("courant.partition.position")).isEqualTo(1);
            // Three records and the marker of their transaction.
            assertThat(gauge("courant.partition.end")).isEqualTo(4);
        });
    }

    @Test
    void aBrokerThatDoesNotAnswerIsNotReadyAndOneThatIsBackIs() {
        await().atMost(LONGEST).until(() -> watch.health().ready());
        cluster.kill();
        await().atMost(LONGEST).until(() -> !watch.health().ready());
        assertThat(watch.health().live()).isTrue();
        assertThat(watch.explains(new IllegalStateException(new TimeoutException("no answer"))))
                .isTrue();
        assertThat(watch.explains(new IllegalStateException("a bug"))).isFalse();
        assertThat(watch.health().detail())
                .startsWith("Kafka at " + cluster.bootstrapServers() + " has not answered for ");

        cluster.restart();
        await().atMost(LONGEST).until(() -> watch.health().ready());
    }

    private double gauge(String name) {
        return meters.get(name).tag("topic", partition.topic()).gauge().value();
    }

    private KafkaProducer<String, String> producer(String transactionalId) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        cluster.bootstrapServers(),
                        "transactional.id",
                        transactionalId,
                        "transaction.timeout.ms",
                        600_000),
                new StringSerializer(),
                new StringSerializer());
    }

    private ProducerState openProducer() throws Exception {
        try (Admin admin = cluster.adminClient()) {
            return admin.describeProducers(List.of(partition))
                    .partitionResult(partition)
                    .get(LONGEST.toSeconds(), TimeUnit.SECONDS)
                    .activeProducers()
                    .get(0);
        }
    }
}
