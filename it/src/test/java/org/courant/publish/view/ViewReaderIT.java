package org.courant.publish.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.courant.publish.Entries;
import org.courant.schemas.serde.AvroSerdes;
import org.courant.schemas.topic.Topics;
import org.courant.service.kafka.Connection;
import org.courant.testkit.OwnCluster;
import org.courant.testkit.TestCluster;
import org.courant.testkit.WithKafka;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The view over a broker, and over one that fails. */
@WithKafka
final class ViewReaderIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Instant FETCHED = Instant.parse("2026-06-24T06:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private volatile Instant now = FETCHED;
    private String bootstrapServers;
    private Topics topics;
    private ViewReader reader;

    @BeforeEach
    void startOnTheSharedBroker(TestCluster cluster) throws Exception {
        topics = new Topics(cluster.uniquePrefix(), 2);
        cluster.createTopics(topics);
        bootstrapServers = cluster.bootstrapServers();
        reader = start();
    }

    @AfterEach
    void stop() {
        reader.close();
    }

    @Test
    void whatWasThereIsThereWhenTheViewIsReady() {
        assertThat(reader.view().entryCount()).isEqualTo(2);
        assertThat(meters.get("courant.publish.view.lag").gauge().value()).isZero();
    }

    @Test
    void theViewStaysReadableWhileTheBrokerIsDownAndGoesOnAfterIt(@TempDir Path dir) throws Exception {
        try (OwnCluster own = OwnCluster.start(dir)) {
            own.createTopics(topics);
            bootstrapServers = own.bootstrapServers();
            try (ViewReader view = start()) {
                own.kill();
                assertThat(view.view().entry("a")).isPresent();
                own.restart();
                put("c");
                await().atMost(PATIENCE).until(() -> view.view().entryCount() == 3);
                assertThat(view.health().ready()).isTrue();
            }
        }
    }

    @Test
    void aRecordThatCannotBeReadIsLeftOutAndCounted() throws Exception {
        send("d", new byte[] {1, 2, 3});
        put("e");
        send("a", null);
        await().atMost(PATIENCE)
                .until(() -> reader.view().entry("e").isPresent()
                        && reader.view().entry("a").isEmpty()
                        && meters.counter("courant.publish.view.unreadable").count() == 1);
        assertThat(reader.view().entryCount()).isEqualTo(2);
    }

    @Test
    void howLongANewEntryTookIsMeasuredFromTheTimestampOfItsRecord() throws Exception {
        now = FETCHED.plusSeconds(7);
        put("a");
        put("f");
        Timer latency = meters.get("courant.publish.latency").timer();
        await("neither what was there at the start nor the change of 'a' is new")
                .atMost(PATIENCE)
                .until(() -> latency.count() == 1);
        assertThat(latency.totalTime(TimeUnit.SECONDS)).isEqualTo(7);
    }

    @Test
    void aClosedReaderIsNoLongerAlive() {
        reader.close();
        assertThat(reader.health().live()).isFalse();
        assertThat(reader.view().entryCount()).isEqualTo(2);
    }

    private ViewReader start() throws Exception {
        ViewReader started = new ViewReader(
                new Connection(
                        Map.of("bootstrap.servers", bootstrapServers),
                        Map.of("schema.registry.url", "mock://view"),
                        topics,
                        (short) 1),
                meters,
                () -> now,
                ViewListener.NONE,
                failed -> false);
        put("a");
        put("b");
        started.start();
        await().atMost(PATIENCE).until(() -> started.health().ready());
        return started;
    }

    private void put(String id) throws Exception {
        var topic = topics.digestEntries();
        send(
                id,
                AvroSerdes.mock("view")
                        .of(topic)
                        .serializer()
                        .serialize(topic.name(), Entries.entry(id).build()));
    }

    private void send(String key, byte @Nullable [] value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topics.digestEntries().name(), null, FETCHED.toEpochMilli(), key, value))
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
