package org.courant.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.courant.publish.edition.SectionOrder;
import org.courant.publish.finish.RankingWeights;
import org.courant.publish.web.WebSettings;
import org.courant.schemas.DigestEdition;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.Story;
import org.courant.schemas.topic.DeadLetterHeaders;
import org.courant.schemas.topic.Topics;
import org.courant.service.CannotStart;
import org.courant.service.kafka.Connection;
import org.courant.service.streams.StreamsSettings;
import org.courant.testkit.TestCluster;
import org.courant.testkit.TopicReader;
import org.courant.testkit.WithKafka;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service on a broker and a registry: stories in, entries, editions, pages and API out. */
@WithKafka
final class PublishIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestCluster cluster;
    private final Topics topics;
    private final Connection connection;
    private final TopicReader reader;

    @TempDir
    private Path state;

    PublishIT(TestCluster cluster) {
        this.cluster = cluster;
        this.topics = cluster.newTopics(3);
        this.connection = new Connection(
                Map.of("bootstrap.servers", cluster.bootstrapServers()),
                Map.of("schema.registry.url", cluster.registryUrl()),
                topics,
                (short) 1);
        this.reader = TopicReader.committed(cluster.bootstrapServers());
    }

    @BeforeEach
    void writeStories() {
        List<String> ids = IntStream.range(0, 50).mapToObj(i -> "arxiv:" + i).toList();
        send(ids.stream().map(id -> Stories.story(id).build()).toList());
    }

    @Test
    void topicPageAndApiAgreeAndARestartPublishesNothingTwice() throws Exception {
        Map<String, Long> offsets;
        try (PublishService service = start()) {
            awaitEntries(service, 50);
            await().atMost(PATIENCE).until(() -> editionSize(service) == 50);

            Map<String, DigestEntry> onTopic = reader.table(topics.digestEntries(), connection.serdes());
            Map<String, DigestEdition> editions = reader.table(topics.digestEditions(), connection.serdes());
            assertThat(onTopic).hasSize(50);
            assertThat(editions.keySet()).containsExactly("2026-06-24");
            JsonNode api = json(service, "/api/entries?limit=500").get("items");
            assertThat(api).hasSize(50);
            assertThat(api)
                    .extracting(entry -> entry.get("entryId").asText()
                            + entry.get("contentHash").asText())
                    .containsExactlyInAnyOrderElementsOf(onTopic.values().stream()
                            .map(entry -> entry.getEntryId() + entry.getContentHash())
                            .toList());
            String page = get(service, "/");
            assertThat(Jsoup.parse(page).select(".facts").text()).startsWith("50 entries");
            assertThat(editions.values())
                    .extracting(DigestEdition::getDigestHash)
                    .containsExactly(json(service, "/api/editions/2026-06-24")
                            .get("digestHash")
                            .asText());
            assertThat(get(service, "/readyz")).contains("publish is running").contains("view: up to date");
            offsets = ends();
        }
        send(List.of(Stories.story("arxiv:0").build()));
        try (PublishService service = start()) {
            awaitEntries(service, 50);
            send(List.of(Stories.story("arxiv:50").build()));
            awaitEntries(service, 51);
            await().atMost(PATIENCE).until(() -> editionSize(service) == 51);
        }
        long written = ends().getOrDefault("entries", 0L) - offsets.getOrDefault("entries", 0L);
        assertThat(written).as("entries written after the restart").isEqualTo(1);
        assertThat(ends().getOrDefault("editions", 0L) - offsets.getOrDefault("editions", 0L))
                .as("editions written after the restart")
                .isEqualTo(1);
    }

    @Test
    void aRecordThatIsNoStoryBecomesADeadLetterAndAbsorbedEntriesGo() throws Exception {
        try (PublishService service = start()) {
            awaitEntries(service, 50);
            byte[] garbage = {0, 0, 0, 99, 99, 1, 2, 3};
            sendBytes("arxiv:0", garbage);
            sendBytes("arxiv:1", null);
            awaitEntries(service, 49);

            await().atMost(PATIENCE)
                    .until(() -> !reader.bytes(topics.deadLetters().name()).isEmpty());
            var letter = reader.bytes(topics.deadLetters().name()).get(0);
            assertThat(letter.key()).isEqualTo("arxiv:0");
            assertThat(letter.value()).isEqualTo(garbage);
            assertThat(new String(
                            letter.headers().lastHeader(DeadLetterHeaders.STAGE).value(), StandardCharsets.UTF_8))
                    .isEqualTo("publish/deserialization");
            assertThat(get(service, "/metrics"))
                    .contains("courant_dead_letters_total{stage=\"publish/deserialization\"} 1.0")
                    .contains("courant_publish_entries_total{change=\"tombstone\"} 1.0");
        }
    }

    @Test
    void twoInstancesShareTheWorkAndAnswerAlike() throws Exception {
        try (PublishService one = start(state.resolve("one"));
                PublishService other = start(state.resolve("other"))) {
            awaitEntries(one, 50);
            awaitEntries(other, 50);
            await().atMost(PATIENCE).until(() -> editionSize(one) == 50 && editionSize(other) == 50);

            String path = "/api/entries?limit=500";
            assertThat(get(one, path)).isEqualTo(get(other, path));
            assertThat(get(one, "/api/editions/2026-06-24")).isEqualTo(get(other, "/api/editions/2026-06-24"));
            assertThat(reader.records(topics.digestEntries(), connection.serdes()))
                    .hasSize(50);
        }
    }

    @Test
    void aPortInUseOrAMissingTopicIsOneClearLine() {
        try (PublishService first = start()) {
            PublishService second = service(state.resolve("second"), first.port(), connection);
            assertThatThrownBy(second::start)
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("publish: cannot listen on 127.0.0.1:" + first.port()
                            + " (Address already in use); set publish.port or publish.host to another");
            second.close();
        }
        Connection elsewhere = new Connection(
                connection.kafka(), connection.registry(), new Topics(cluster.uniquePrefix(), 3), (short) 1);
        PublishService lost = service(state.resolve("lost"), 0, elsewhere);
        assertThatThrownBy(lost::start)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is missing; run: courant topics apply");
        lost.close();
    }

    private PublishService start() {
        return start(state.resolve("state"));
    }

    private PublishService start(Path stateDir) {
        PublishService service = service(stateDir, 0, connection);
        service.start();
        await().atMost(PATIENCE).until(() -> service.health().ready());
        return service;
    }

    private PublishService service(Path stateDir, int port, Connection target) {
        PublishSettings settings = new PublishSettings(
                "127.0.0.1",
                port,
                Duration.ofMillis(500),
                new SectionOrder(List.of("training-methods")),
                RankingWeights.DEFAULT,
                new StreamsSettings(topics.prefix() + "publish", stateDir, 1, Duration.ofMillis(100), 16),
                WebSettings.UNLIMITED);
        return new PublishService(
                target, settings, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), InstantSource.system());
    }

    private static void awaitEntries(PublishService service, int count) {
        await().atMost(PATIENCE).until(() -> service.view().entryCount() == count);
    }

    private static int editionSize(PublishService service) {
        return service.view().editions().stream()
                .mapToInt(DigestEdition::getEntryCount)
                .sum();
    }

    private Map<String, Long> ends() {
        return Map.of(
                "entries", (long) reader.bytes(topics.digestEntries().name()).size(),
                "editions", (long) reader.bytes(topics.digestEditions().name()).size());
    }

    private String get(PublishService service, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + service.port() + path);
        return http.send(HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofString())
                .body();
    }

    private JsonNode json(PublishService service, String path) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(get(service, path));
    }

    private void send(List<Story> stories) {
        Serializer<Story> serializer = connection.serdes().of(topics.stories()).serializer();
        sendBytes(stories.stream()
                .map(story -> new ProducerRecord<>(
                        topics.stories().name(),
                        story.getStoryId(),
                        serializer.serialize(topics.stories().name(), story)))
                .toList());
    }

    private void sendBytes(String key, byte @Nullable [] value) {
        sendBytes(List.of(new ProducerRecord<>(topics.stories().name(), key, value)));
    }

    private void sendBytes(List<ProducerRecord<String, byte[]>> records) {
        // One request at a time: more can go wrong on a topic this young (KAFKA-15591).
        Map<String, Object> settings =
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "max.in.flight.requests.per.connection", 1);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var sent = records.stream().map(producer::send).toList();
            producer.flush();
            assertThat(sent).allMatch(Future::isDone);
        }
    }
}
