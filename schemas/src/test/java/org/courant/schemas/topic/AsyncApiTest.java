package org.courant.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.courant.schemas.serde.RegistrySchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code docs/asyncapi.yaml} says what the topics of this build are. The schemas that it refers to are written anew
 * with {@code -Dasyncapi.schemas=write}.
 */
class AsyncApiTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern KEY_FIELD = Pattern.compile("\\{(\\w+)(\\[0])?}");

    private final JsonNode description = read();

    static List<Topic<?>> topics() {
        return Topics.standard().all();
    }

    @Test
    void theDescriptionIsAsyncApi3() throws IOException {
        assertThat(problems(description)).isEmpty();

        ObjectNode broken = description.deepCopy();
        ((ObjectNode) broken.at("/channels/digest-entries")).put("adress", "a typing error");
        assertThat(problems(broken)).as("the check finds errors").isNotEmpty();
    }

    @Test
    void everyTopicIsDescribedAndNoOther() {
        assertThat(description.get("channels"))
                .extracting(channel -> channel.get("address").asText())
                .containsExactlyElementsOf(topics().stream().map(Topic::name).toList());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void partitionsAndConfigurationAreThoseOfTheTopic(Topic<?> topic) {
        JsonNode kafka = resolved(channel(topic).get("bindings")).get("kafka");

        assertThat(kafka.get("partitions").asInt()).isEqualTo(topic.partitions());
        assertThat(configuration(kafka.get("topicConfiguration"))).isEqualTo(topic.config());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void theRecordIsThatOfTheTopic(Topic<?> topic) throws IOException {
        List<JsonNode> payloads =
                values(topic).stream().map(message -> message.get("payload")).toList();
        assertThat(payloads).hasSize(1);
        JsonNode reference = payloads.get(0).at("/schema/$ref");
        assertThat(reference.isMissingNode()).as("has no schema").isEqualTo(!topic.hasSchema());
        if (topic.hasSchema()) {
            Schema current = RegistrySchema.of(topic.valueType()).rawSchema();
            Path file = DOCS.resolve(reference.asText());
            write(current, file);

            assertThat(new Schema.Parser().parse(Files.readString(file)).toString())
                    .as("%s; write it with: mvn -pl schemas -am test -Dasyncapi.schemas=write", file)
                    .isEqualTo(current.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void theKeyIsDescribedByFieldsOfTheRecord(Topic<?> topic) {
        JsonNode message = values(topic).get(0);
        assertThat(message.at("/bindings/kafka/key/type").asText()).isEqualTo("string");
        if (!message.has("x-key")) {
            // Of these the value does not say what the key is.
            assertThat(topic.name())
                    .isIn("courant.source-seen", "courant.replays", "courant.summary-requests", "courant.dead-letters");
            return;
        }
        Schema schema = RegistrySchema.of(topic.valueType()).rawSchema();
        assertThat(KEY_FIELD.matcher(message.get("x-key").asText()).results())
                .isNotEmpty()
                .allSatisfy(field -> assertThat(schema.getField(field.group(1)))
                        .as(field.group())
                        .isNotNull());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void onlyCompactedTopicsHaveTombstones(Topic<?> topic) {
        boolean compacted =
                Objects.requireNonNull(topic.config().get("cleanup.policy")).contains("compact");

        assertThat(messages(topic).stream().filter(AsyncApiTest::isTombstone).count())
                .isLessThanOrEqualTo(compacted ? 1 : 0);
    }

    @Test
    void theHeadersOfADeadLetterAreDescribedAndOtherRecordsHaveNone() {
        RecordHeaders headers = new RecordHeaders();
        new DeadLetterHeaders("", "", "", "", -1, -1, 1).addTo(headers);
        List<String> always = StreamSupport.stream(headers.spliterator(), false)
                .map(Header::key)
                .toList();
        List<String> possible = new ArrayList<>(always);
        possible.add(DeadLetterHeaders.SOURCE);

        JsonNode described = description.at("/components/messages/DeadLetter/headers");

        assertThat(described.get("required")).extracting(JsonNode::asText).containsExactlyElementsOf(always);
        assertThat(described.get("properties").fieldNames()).toIterable().containsExactlyElementsOf(possible);
        assertThat(description.findParents("headers")).hasSize(1);
    }

    @Test
    void noMessageAndNoSchemaIsLeftOver() throws IOException {
        HashSet<String> used = new HashSet<>(description.get("channels").findValuesAsText("$ref"));
        description
                .at("/components/messages")
                .fieldNames()
                .forEachRemaining(name -> assertThat(used).contains("#/components/messages/" + name));
        try (var files = Files.list(DOCS.resolve("schemas"))) {
            assertThat(files.map(file -> "schemas/" + file.getFileName()))
                    .containsExactlyInAnyOrderElementsOf(
                            description.at("/components/messages").findValuesAsText("$ref"));
        }
    }

    private JsonNode channel(Topic<?> topic) {
        return StreamSupport.stream(description.get("channels").spliterator(), false)
                .filter(channel -> channel.get("address").asText().equals(topic.name()))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> messages(Topic<?> topic) {
        return StreamSupport.stream(channel(topic).get("messages").spliterator(), false)
                .map(this::resolved)
                .toList();
    }

    private List<JsonNode> values(Topic<?> topic) {
        return messages(topic).stream().filter(message -> !isTombstone(message)).toList();
    }

    private static boolean isTombstone(JsonNode message) {
        return message.at("/payload/type").asText().equals("null");
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? description.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static Map<String, String> configuration(JsonNode described) {
        Map<String, String> configuration = new TreeMap<>();
        described.properties().forEach(entry -> {
            List<String> values = new ArrayList<>();
            entry.getValue().forEach(each -> values.add(each.asText()));
            configuration.put(
                    entry.getKey(), values.isEmpty() ? entry.getValue().asText() : String.join(",", values));
        });
        return configuration;
    }

    /** What the official schema, from npm's {@code @asyncapi/specs} (Apache-2.0), finds wrong. */
    private static List<String> problems(JsonNode description) throws IOException {
        try (InputStream schema = AsyncApiTest.class.getResourceAsStream("/asyncapi-3.0.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(Objects.requireNonNull(schema))
                    .validate(description)
                    .stream()
                    .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                    .toList();
        }
    }

    private static void write(Schema schema, Path file) throws IOException {
        if (System.getProperty("asyncapi.schemas", "").equals("write")) {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, SchemaFormatter.format("json/pretty", schema) + "\n");
        }
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(DOCS.resolve("asyncapi.yaml").toFile());
        } catch (IOException e) {
            throw new AssertionError("docs/asyncapi.yaml cannot be read", e);
        }
    }
}
