package org.courant.enrich.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.courant.enrich.record.Claim;
import org.courant.enrich.record.Label;
import org.courant.enrich.record.Removal;
import org.junit.jupiter.api.Test;

class RecordSerdeTest {
    private final RecordSerde<SpecificRecord> serde = RecordSerde.ofAny(List.of(Claim.class, Removal.class));

    @Test
    void oneTopicCarriesSeveralClasses() {
        List.<SpecificRecord>of(new Claim("item", "arxiv:2606.00001", true), new Removal("item"))
                .forEach(record -> assertThat(read(write(record))).isEqualTo(record));
    }

    @Test
    void aRecordIsMarkerFingerprintAndAvro() {
        byte[] bytes = write(new Removal("item"));

        assertThat(bytes).startsWith(0xC3, 0x01).hasSize(2 + 8 + 1 + 4);
    }

    @Test
    void whatIsNoRecordOfTheseClassesIsRefused() {
        byte[] bytes = write(new Removal("item"));

        assertThatThrownBy(() -> read(new byte[] {1, 2})).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> read(Arrays.copyOf(bytes, bytes.length - 2)))
                .isInstanceOf(SerializationException.class);
        assertThatThrownBy(
                        () -> read(RecordSerde.of(Label.class).serializer().serialize("t", new Label("x", null, null))))
                .isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> write(new Label("x", null, null))).isInstanceOf(SerializationException.class);
    }

    @Test
    void aKeyIsAPrefixOfExactlyTheKeysThatBeginWithItsParts() {
        byte[] prefix = bytes(StoreKey.of("ab"));

        assertThat(bytes(StoreKey.of("ab", "c"))).startsWith(prefix);
        assertThat(bytes(StoreKey.of("abc")))
                .satisfies(
                        other -> assertThat(Arrays.copyOf(other, prefix.length)).isNotEqualTo(prefix));
        StoreKey key = StoreKey.of("", "ü\u0000", "c");
        assertThat(StoreKey.serde().deserializer().deserialize("t", bytes(key))).isEqualTo(key);
    }

    private static byte[] bytes(StoreKey key) {
        return StoreKey.serializer().serialize("t", key);
    }

    private byte[] write(SpecificRecord record) {
        return serde.serializer().serialize("t", record);
    }

    private SpecificRecord read(byte[] bytes) {
        return serde.deserializer().deserialize("t", bytes);
    }
}
