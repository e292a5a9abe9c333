package org.courant.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.courant.enrich.world.EnrichDriver;
import org.courant.enrich.world.Items;
import org.courant.schemas.SourceItem;
import org.courant.schemas.serde.RegistrySchema;
import org.courant.schemas.topic.DeadLetterHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be an item is kept as it came, wherever it stands, and everything else goes on. */
class DeadLettersTest {
    private static final String REGISTRY = "enrich-dead-letters-test";
    private static final byte[] KEY = "arxiv:2606.00009".getBytes(UTF_8);

    private EnrichDriver driver;

    @BeforeEach
    void open(@TempDir Path dir) {
        driver = new EnrichDriver(REGISTRY, dir);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    enum Spoiled {
        NO_KEY("enrich/validate", "no key"),
        NO_VALUE("enrich/validate", "no value"),
        NO_ITEM_ID("enrich/validate", "itemId"),
        OTHER_KEY("enrich/validate", "must be the strongest identity"),
        NOT_AVRO("enrich/deserialization", "magic byte"),
        UNKNOWN_SCHEMA("enrich/deserialization", ""),
        TRUNCATED("enrich/deserialization", ""),
        EMPTY("enrich/deserialization", "");

        private final String stage;
        private final String reason;

        Spoiled(String stage, String reason) {
            this.stage = stage;
            this.reason = reason;
        }
    }

    static Stream<Arguments> everyFaultInEveryPosition() {
        return Arrays.stream(Spoiled.values())
                .flatMap(fault -> Stream.of(0, 1, 2).map(position -> Arguments.of(fault, position)));
    }

    @ParameterizedTest
    @MethodSource("everyFaultInEveryPosition")
    void aBadRecordIsKeptByteForByteAndTheGoodOnesArrive(Spoiled fault, int position) {
        byte[] key = fault == Spoiled.NO_KEY ? null : KEY;
        byte[] value = spoil(fault);
        for (int i = 0; i < 3; i++) {
            if (i == position) {
                driver.send(key, value, 7L, headers());
            } else {
                driver.send(
                        Items.builder("item-" + i, "arxiv:2606.0000" + i)
                                .setTitle("Work " + (char) ('a' + i))
                                .setBody("")
                                .build(),
                        7L);
            }
        }

        assertThat(driver.tables().stories()).hasSize(2);
        List<TestRecord<byte[], byte[]>> letters = driver.deadLetters();
        assertThat(letters).hasSize(1);
        TestRecord<byte[], byte[]> letter = letters.get(0);
        assertThat(letter.key()).isEqualTo(key);
        assertThat(letter.value()).isEqualTo(value);
        assertThat(letter.headers().headers("own"))
                .containsExactlyElementsOf(headers().headers("own"));
        assertThat(header(letter, DeadLetterHeaders.STAGE)).isEqualTo(fault.stage);
        assertThat(header(letter, DeadLetterHeaders.REASON))
                .contains(fault.reason)
                .isNotBlank();
        assertThat(header(letter, DeadLetterHeaders.TOPIC)).isEqualTo("courant.source-items");
        assertThat(header(letter, DeadLetterHeaders.OFFSET)).isEqualTo(String.valueOf(position));
    }

    @Test
    void anItemOfALaterSchemaIsReadLikeAnyOther() throws Exception {
        Schema later = new Schema.Parser()
                .parse(RegistrySchema.of(SourceItem.class)
                        .canonicalString()
                        .replaceFirst(
                                "\"fields\":\\[",
                                "\"fields\":[{\"name\":\"added\",\"type\":\"string\",\"default\":\"\"},"));
        byte[] today = driver.bytes(Items.item("item", "arxiv:2606.00009"));
        int id = MockSchemaRegistry.getClientForScope(REGISTRY).register(driver.itemsSubject(), new AvroSchema(later));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
        bytes.write(2);
        bytes.write('x');
        bytes.write(today, 5, today.length - 5);

        driver.send(KEY, bytes.toByteArray(), 7L, headers());

        assertThat(driver.deadLetters()).isEmpty();
        assertThat(driver.tables().stories()).containsOnlyKeys("arxiv:2606.00009");
    }

    private byte @Nullable [] spoil(Spoiled fault) {
        byte[] good = driver.bytes(Items.item("item", "arxiv:2606.00009"));
        return switch (fault) {
            case NO_KEY -> good;
            case OTHER_KEY -> driver.bytes(Items.item("item", "arxiv:2606.00008"));
            case NO_VALUE -> null;
            case NO_ITEM_ID -> driver.bytes(Items.item(" ", "arxiv:2606.00009"));
            case NOT_AVRO -> "plain text".getBytes(UTF_8);
            case UNKNOWN_SCHEMA ->
                ByteBuffer.wrap(good.clone()).putInt(1, 987_654).array();
            case TRUNCATED -> Arrays.copyOf(good, good.length / 2);
            case EMPTY -> new byte[0];
        };
    }

    private static RecordHeaders headers() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("own", new byte[] {1, 2}).add("own", new byte[] {3});
        return headers;
    }

    private static String header(TestRecord<byte[], byte[]> letter, String name) {
        Header header = Objects.requireNonNull(letter.headers().lastHeader(name));
        return new String(header.value(), UTF_8);
    }
}
