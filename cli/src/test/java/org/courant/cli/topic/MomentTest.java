package org.courant.cli.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {
    private static final Instant NOW = Instant.parse("2026-11-20T18:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-06-24, 2026-06-24T00:00:00Z",
        "2026-06-24T08:30:00Z, 2026-06-24T08:30:00Z",
        "2026-06-24T08:30:00+02:00, 2026-06-24T06:30:00Z",
        "7d, 2026-11-13T18:00:00Z",
        "1h30m, 2026-11-20T16:30:00Z"
    })
    void aMomentIsADateATimeOrHowLongAgo(String text, Instant expected) {
        assertThat(Moment.parse(text).from(NOW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-13-01", "2026-06-24T25:00:00Z", "-7d", "7", "2026-06"})
    void whatIsNoneIsRefusedWithWhatWasExpected(String text) {
        assertThatThrownBy(() -> Moment.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("7d");
    }
}
