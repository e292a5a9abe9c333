package org.courant.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2025-10-03T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120                           | 2025-10-03T12:02:00Z",
                "0                             | 2025-10-03T12:00:00Z",
                "1.5                           | 2025-10-03T12:00:02Z",
                "999999999                     | 2025-10-04T12:00:00Z",
                "Fri, 03 Oct 2025 12:30:00 GMT | 2025-10-03T12:30:00Z",
                "Fri, 03 Oct 2025 11:30:00 GMT | 2025-10-03T12:00:00Z",
                "Wed, 03 Oct 2035 12:30:00 GMT | 2025-10-04T12:00:00Z"
            })
    void secondsAndDatesAreUnderstoodUpToADay(String value, Instant expected) {
        assertThat(RetryAfter.parse(value, NOW)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "9999999999", "2025-10-03", ""})
    void anythingElseSaysNothing(String value) {
        assertThat(RetryAfter.parse(value, NOW)).isEmpty();
    }
}
