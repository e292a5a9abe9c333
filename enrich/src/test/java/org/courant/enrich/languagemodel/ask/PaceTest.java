package org.courant.enrich.languagemodel.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant NOW = Instant.parse("2026-06-24T12:00:00Z");

    @Test
    void requestsAreSpacedEvenlyOverTheMinuteByTheShareOfThePartitions() {
        Pace pace = new Pace(30);
        assertThat(pace.allows(NOW)).isTrue();

        pace.took(NOW, 2, 6);

        assertThat(pace.allows(NOW.plusMillis(5_999))).isFalse();
        assertThat(pace.allows(NOW.plusSeconds(6))).isTrue();
    }

    @Test
    void aPauseThatTheEndpointAsksForIsKeptAndNotCutByAShorterOne() {
        Pace pace = new Pace(6_000);
        pace.pause(NOW, Duration.ofMinutes(2));
        pace.pause(NOW, Duration.ofSeconds(1));

        assertThat(pace.allows(NOW.plusSeconds(119))).isFalse();
        assertThat(pace.allows(NOW.plusSeconds(120))).isTrue();
    }
}
