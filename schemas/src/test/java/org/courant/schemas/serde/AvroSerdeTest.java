package org.courant.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HexFormat;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.courant.schemas.SeenItem;
import org.junit.jupiter.api.Test;

class AvroSerdeTest {
    private final Serde<SeenItem> serde = AvroSerdes.mock("avro-serde-test").of(SeenItem.class);
    private final SeenItem item = new SeenItem(7L, Instant.ofEpochMilli(1));

    @Test
    void aRecordIsMagicByteSchemaIdAndAvro() {
        // 00 magic | 00000001 schema id | 0e zig-zag 7 | 02 zig-zag 1
        assertThat(HexFormat.of().formatHex(serde.serializer().serialize("t", item)))
                .isEqualTo("00" + "00000001" + "0e" + "02");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(serde.deserializer().deserialize("t", serde.serializer().serialize("t", item)))
                .isEqualTo(item);
    }

    @Test
    void nullStaysNullSinceItWithdraws() {
        assertThat(serde.serializer().serialize("t", null)).isNull();
        assertThat(serde.deserializer().deserialize("t", null)).isNull();
    }

    @Test
    void bytesThatAreNotAvroAreRefused() {
        assertThatThrownBy(() -> serde.deserializer().deserialize("t", new byte[] {1, 2, 3}))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void theRegisteredSchemaHasNoPropertiesOfJava() {
        assertThat(RegistrySchema.of(SeenItem.class).canonicalString()).doesNotContain("avro.java.string");
    }
}
