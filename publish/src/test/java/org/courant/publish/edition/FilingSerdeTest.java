package org.courant.publish.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FilingSerdeTest {
    private final FilingSerde serde = new FilingSerde();

    static Stream<Filing> filings() {
        return Stream.of(
                new Filing.Entry(new FiledEntry("arxiv:1", "s", "Ü", 1.5, -1L, "hash", List.of("a", "b"))),
                new Filing.Entry(new FiledEntry("", "", "", Double.NaN, Long.MAX_VALUE, "", List.of())),
                new Filing.Withdrawal("arxiv:1"),
                new Filing.Delivery("id", "name", 3, -2));
    }

    @ParameterizedTest
    @MethodSource("filings")
    void whatIsWrittenIsReadBack(Filing filing) {
        assertThat(read(write(filing))).isEqualTo(filing);
    }

    @ParameterizedTest
    @MethodSource("filings")
    void truncatedBytesAreRefused(Filing filing) {
        byte[] bytes = write(filing);
        for (int length = 0; length < bytes.length; length++) {
            byte[] part = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> read(part)).isInstanceOf(SerializationException.class);
        }
    }

    @Test
    void anotherVersionIsNamed() {
        assertThatThrownBy(() -> read(new byte[] {9, 'w'})).hasMessageContaining("version 9");
    }

    private byte[] write(Filing filing) {
        return serde.serializer().serialize("t", filing);
    }

    private Filing read(byte[] bytes) {
        return serde.deserializer().deserialize("t", bytes);
    }
}
