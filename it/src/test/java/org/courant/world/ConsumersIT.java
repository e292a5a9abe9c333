package org.courant.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.courant.schemas.SourceItem;
import org.courant.schemas.SourceKind;
import org.courant.schemas.serde.TrustedRecords;
import org.courant.schemas.topic.Topic;
import org.courant.schemas.topic.Topics;
import org.courant.service.kafka.Connection;
import org.courant.testkit.TestCluster;
import org.courant.testkit.TopicReader;
import org.courant.testkit.WithKafka;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * The readers of {@code docs/consumers} on a broker, a registry and the pipeline: each sees what {@code /api/entries}
 * shows, field by field, and then each change. The topic holds new versions, a withdrawn entry and an aborted
 * transaction.
 */
@WithKafka
@TestInstance(Lifecycle.PER_CLASS)
final class ConsumersIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Instant MORNING = Instant.parse("2026-06-24T06:00:00.123Z");
    private static final String REVISED = "arxiv:2606.00001";
    private static final String KEPT = "arxiv:2606.00002";
    private static final String PAPER = "arxiv:2606.00003";
    private static final String POST = "url:https://blog.example.org/post?a=1&b=%22";
    private static final int TOPICS = 5;

    static {
        TrustedRecords.trust();
    }

    private final TestCluster cluster;
    private final Topics topics;
    private final Connection connection;
    private final Readers readers;
    private final Path folder;
    private Pipeline pipeline;
    private DigestApi api;

    ConsumersIT(TestCluster cluster, @TempDir Path folder) {
        this.cluster = cluster;
        this.folder = folder;
        this.topics = cluster.newTopics(3);
        this.connection = new Connection(
                Map.of("bootstrap.servers", cluster.bootstrapServers()),
                Map.of("schema.registry.url", cluster.registryUrl()),
                topics,
                (short) 1);
        this.readers = new Readers(
                Map.of(
                        "KAFKA", cluster.bootstrapServers(),
                        "REGISTRY", cluster.registryUrl(),
                        "TOPIC", topics.digestEntries().name()),
                folder);
    }

    @BeforeAll
    void fillTheTopic() {
        pipeline = Pipeline.start(connection, folder);
        api = pipeline.api();
        pipeline.write(paper(REVISED, 1, "cs.AI"), paper(REVISED, 1, "cs.LG"), paper(KEPT, 1, "cs.CL"), post(POST));
        IntStream.range(0, TOPICS).mapToObj(ConsumersIT::topic).forEach(pipeline::write);
        await().atMost(PATIENCE).pollInterval(POLL).until(() -> published().size() == 3 + TOPICS);

        abortATransaction();

        pipeline.write(paper(REVISED, 2, "cs.AI"), paper(PAPER, 1, "cs.RO", POST));
        await().atMost(PATIENCE)
                .pollInterval(POLL)
                .until(() -> published().containsKey(PAPER)
                        && published().get(PAPER).get("absorbed").size() == 1
                        && published().get(PAPER).get("provenance").size() == 2
                        && published().get(REVISED).get("version").asInt() == 2);
    }

    @AfterAll
    void stop() {
        pipeline.close();
    }

    @Test
    void theTopicHoldsWhatAReaderCanGetWrong() {
        var committed =
                TopicReader.committed(cluster.bootstrapServers()).records(topics.digestEntries(), connection.serdes());

        assertThat(committed).as("tombstones").anyMatch(record -> record.key().equals(POST) && record.value() == null);
        assertThat(committed)
                .as("versions of one entry")
                .filteredOn(record -> record.key().equals(REVISED))
                .hasSizeGreaterThan(1);
        assertThat(TopicReader.uncommitted(cluster.bootstrapServers())
                        .table(topics.digestEntries(), connection.serdes())
                        .keySet())
                .as("what a reader of uncommitted records would show")
                .contains("arxiv:aborted-0", "arxiv:aborted-1", "arxiv:aborted-2")
                .doesNotContain(KEPT);
        assertThat(published().keySet()).contains(KEPT).doesNotContain(POST, "arxiv:aborted-0");
    }

    @Test
    void timesAreThoseOfTheDeliveriesThatLedToARecord() {
        Map<String, Long> delivered = new TreeMap<>();
        committed(topics.sourceItems())
                .forEach(record -> delivered.put(record.value().getItemId(), record.timestamp()));

        assertThat(committed(topics.digestEntries()))
                .filteredOn(record -> record.value() != null)
                .allSatisfy(record -> assertThat(record.timestamp())
                        .isEqualTo(record.value().getProvenance().stream()
                                .mapToLong(from -> delivered.get(from.getItemId()))
                                .max()
                                .orElseThrow()));
        assertThat(committed(topics.digestEntries()))
                .filteredOn(record -> record.key().equals(POST) && record.value() == null)
                .extracting(ConsumerRecord::timestamp)
                .containsExactly(delivered.get(PAPER + "v1@cs.RO"));
    }

    @Test
    void keysAreMadeOfTheFieldsThatTheDescriptionNames() throws IOException {
        assertKeys(topics.sourceItems(), "SourceItem");
        assertKeys(topics.stories(), "Story");
        assertKeys(topics.digestEntries(), "DigestEntry");
        assertKeys(topics.digestEditions(), "DigestEdition");
    }

    @Test
    void theDocumentationShowsAReaderThatRunsHere() throws IOException {
        String topics = Files.readString(Path.of("../docs/topics.md"));
        Matcher shown = Pattern.compile("(?s)```python\n(.*?)```").matcher(topics);

        assertThat(shown.find()).isTrue();
        assertThat(Files.readString(Path.of("../docs/consumers/python/reader.py")))
                .contains(shown.group(1));
    }

    @Test
    void javaWithGenericRecordsAgreesWithTheApi() {
        agrees(readers.java("GenericReader"), "generic");
    }

    @Test
    void javaWithSpecificRecordsAgreesWithTheApi() {
        agrees(readers.java("SpecificReader"), "specific");
    }

    @Test
    void nodeAgreesWithTheApi() {
        agrees(readers.node(), "node");
    }

    @Test
    void pythonAgreesWithTheApi() {
        agrees(readers.python(), "python");
    }

    private void agrees(Reader reader, String name) {
        List<JsonNode> lines = reader.read();
        assertThat(lines).extracting(ConsumersIT::entryId).isSorted();
        assertThat(byId(lines)).isEqualTo(published());

        String post = "feed:a blog:a \"live\" post for " + name;
        String paper = "arxiv:2607." + name;
        try (Reader.Run live = reader.run("--follow")) {
            pipeline.write(post(post));
            await().atMost(PATIENCE).pollInterval(POLL).untilAsserted(() -> assertShown(post, live));
            pipeline.write(paper(paper, 1, "cs.RO", post));
            await().atMost(PATIENCE).pollInterval(POLL).untilAsserted(() -> {
                assertShown(paper, live);
                assertThat(live.lines())
                        .extracting(change -> change.path("withdrawn").asText())
                        .contains(post);
            });
        }
    }

    /** The last line about the entry says what the API shows. */
    private void assertShown(String entryId, Reader.Run live) {
        JsonNode shown = published().get(entryId);
        assertThat(shown).as("%s in the API", entryId).isNotNull();
        assertThat(byId(live.lines()).get(entryId)).isEqualTo(shown);
    }

    /** What the API shows, in pages of two, without the address of the page of an entry. */
    private SortedMap<String, JsonNode> published() {
        Map<String, JsonNode> entries = api.entries(2);
        entries.values().forEach(entry -> ((ObjectNode) entry).remove("permalink"));
        return byId(entries.values());
    }

    private static SortedMap<String, JsonNode> byId(Iterable<JsonNode> entries) {
        SortedMap<String, JsonNode> byId = new TreeMap<>();
        entries.forEach(entry -> byId.put(entryId(entry), comparable(entry)));
        return byId;
    }

    private <V extends SpecificRecord> List<ConsumerRecord<String, V>> committed(Topic<V> topic) {
        return TopicReader.committed(cluster.bootstrapServers()).records(topic, connection.serdes());
    }

    private <V extends SpecificRecord> void assertKeys(Topic<V> topic, String message) throws IOException {
        JsonNode description =
                new YAMLMapper().readTree(Path.of("../docs/asyncapi.yaml").toFile());
        String key =
                description.at("/components/messages/" + message + "/x-key").asText();

        assertThat(committed(topic))
                .filteredOn(record -> record.value() != null)
                .isNotEmpty()
                .allSatisfy(record -> assertThat(record.key())
                        .isEqualTo(Pattern.compile("\\{(\\w+)(\\[0])?}")
                                .matcher(key)
                                .replaceAll(field -> Matcher.quoteReplacement(
                                        field(record.value(), field.group(1)).toString()))));
    }

    /** The field, or the first of a list. */
    private static Object field(SpecificRecord record, String name) {
        Object value = record.get(record.getSchema().getField(name).pos());
        return value instanceof List<?> list ? list.get(0) : value;
    }

    private static String entryId(JsonNode entry) {
        return entry.path("entryId").asText();
    }

    /** Languages write one instant, and one number, in several ways. */
    private static JsonNode comparable(JsonNode value) {
        if (value.isNumber()) {
            return DoubleNode.valueOf(value.asDouble());
        } else if (value.isArray()) {
            ArrayNode same = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> same.add(comparable(element)));
            return same;
        } else if (value.isObject()) {
            ObjectNode same = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(field -> same.set(field.getKey(), comparable(field)));
            return same;
        }
        return value;
    }

    private static JsonNode comparable(Map.Entry<String, JsonNode> field) {
        JsonNode value = field.getValue();
        return field.getKey().equals("publishedAt") && value.isTextual()
                ? TextNode.valueOf(
                        OffsetDateTime.parse(value.asText()).toInstant().toString())
                : comparable(value);
    }

    /** A new entry in each partition, and a tombstone for one that is live. */
    private void abortATransaction() {
        String topic = topics.digestEntries().name();
        byte[] entry = TopicReader.committed(cluster.bootstrapServers()).bytes(topic).stream()
                .filter(record -> record.key().equals(KEPT))
                .findFirst()
                .orElseThrow()
                .value();
        Map<String, Object> settings = connection.client(
                Map.of("transactional.id", topics.prefix() + "aborted", "max.in.flight.requests.per.connection", 1));
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            List<Future<?>> sent = new ArrayList<>();
            for (int partition = 0; partition < topics.partitions(); partition++) {
                sent.add(producer.send(new ProducerRecord<>(topic, partition, "arxiv:aborted-" + partition, entry)));
            }
            sent.add(producer.send(new ProducerRecord<>(topic, KEPT, null)));
            producer.flush();
            assertThat(sent).allMatch(Future::isDone);
            producer.abortTransaction();
        }
    }

    private static SourceItem paper(String id, int version, String category, String... otherNames) {
        String text = "Text %d of %s with $\\frac{1}{n}$, \"quotes\", a back\\slash, <b>no markup</b> & \uD83D\uDE80.";
        return item(id + "v" + version + "@" + category, id, otherNames)
                .setSourceKind(SourceKind.ARXIV)
                .setSourceName("arXiv " + category)
                .setTitle("Paper " + id + ", version " + version + ": \u2202-networks \uD83D\uDE80 and \"quotes\"")
                .setBody(text.formatted(version, id))
                .setUrl("https://arxiv.org/abs/" + id.substring("arxiv:".length()) + "v" + version)
                .setAuthors(List.of("Ann Author", "Zo\u00EB Writer"))
                .setCategories(List.of(category))
                .setPublishedAt(MORNING)
                .setVersion(version)
                .build();
    }

    private static SourceItem post(String name) {
        return item("feed:" + name, name)
                .setTitle("A post called " + name)
                .setSourceName("A blog")
                .build();
    }

    private static SourceItem topic(int number) {
        return item("discourse:forum.example.org:" + number, "forum:forum.example.org/" + number)
                .setSourceKind(SourceKind.FORUM)
                .setSourceName("A forum")
                .setTitle("Question " + number)
                .setBody("What is %d?\n\nSecond paragraph.".formatted(number))
                .build();
    }

    private static SourceItem.Builder item(String itemId, String name, String... otherNames) {
        return SourceItem.newBuilder()
                .setItemId(itemId)
                .setIdentities(
                        Stream.concat(Stream.of(name), Stream.of(otherNames)).toList())
                .setSourceId("a-source")
                .setSourceKind(SourceKind.MEDIA)
                .setUrl("https://example.org/" + itemId.hashCode())
                .setContentHash("unused")
                .setFetchedAt(MORNING);
    }
}
