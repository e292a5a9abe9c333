package org.courant.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AgeTest {
    private static final Instant NOW = Instant.parse("2026-06-27T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "-PT5M, just now",
        "PT0S, just now",
        "PT59S, just now",
        "PT1M, 1m ago",
        "PT59M, 59m ago",
        "PT1H, 1h ago",
        "PT23H59M, 23h ago",
        "P1D, 1d ago",
        "P3D, 3d ago",
        "P59D, 59d ago",
        "P60D, 2mo ago",
        "P729D, 24mo ago",
        "P730D, 2y ago"
    })
    void anAgeIsSaidInTheLargestUnitThatFits(Duration age, String said) {
        assertThat(Age.of(NOW.minus(age), NOW)).isEqualTo(said);
    }
}
