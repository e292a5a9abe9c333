package org.courant.enrich.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.courant.enrich.record.Assignment;
import org.courant.enrich.record.DirectoryEntry;
import org.junit.jupiter.api.Test;

class RecordSerdeTest {
    private final RecordSerde<DirectoryEntry> serde = RecordSerde.of(DirectoryEntry.class);

    @Test
    void whatIsWrittenIsRead() {
        DirectoryEntry entry = new DirectoryEntry("item", null);

        assertThat(read(write(entry))).isEqualTo(entry);
    }

    @Test
    void aRecordIsMarkerFingerprintAndAvro() {
        byte[] bytes = write(new DirectoryEntry("item", null));

        assertThat(bytes).startsWith(0xC3, 0x01).hasSize(2 + 8 + 1 + 4 + 1);
    }

    @Test
    void whatIsNoRecordOfTheClassIsRefused() {
        byte[] bytes = write(new DirectoryEntry("item", null));

        assertThatThrownBy(() -> read(new byte[] {1, 2})).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> read(Arrays.copyOf(bytes, bytes.length - 2)))
                .isInstanceOf(SerializationException.class);
        byte[] other = RecordSerde.of(Assignment.class).encode(new Assignment("x", null, null));
        assertThatThrownBy(() -> read(other)).isInstanceOf(SerializationException.class);
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

    private byte[] write(DirectoryEntry record) {
        return serde.serializer().serialize("t", record);
    }

    private DirectoryEntry read(byte[] bytes) {
        return serde.deserializer().deserialize("t", bytes);
    }
}
