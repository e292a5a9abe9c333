package org.courant.service.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.courant.service.Fault;
import org.junit.jupiter.api.Test;

final class ReplacementsTest {
    private Instant now = Instant.parse("2026-06-24T00:00:00Z");
    private final Replacements replacements = new Replacements(() -> now);

    @Test
    void pausesGrowAndAreBounded() {
        assertThat(replacements.afterFailure(Fault.WORLD)).contains(Duration.ofMillis(500));
        assertThat(replacements.afterFailure(Fault.WORLD)).contains(Duration.ofSeconds(1));
        for (int i = 0; i < 100; i++) {
            assertThat(replacements.afterFailure(Fault.WORLD).orElseThrow())
                    .isLessThanOrEqualTo(Duration.ofSeconds(30));
        }
    }

    @Test
    void anOutageIsWaitedOutHoweverLongItLasts() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(replacements.afterFailure(Fault.WORLD)).isPresent();
            now = now.plusSeconds(30);
        }
    }

    @Test
    void failuresOfItsOwnEndTheApplicationWhenTheyComeTooOften() {
        for (int i = 0; i < Replacements.MOST; i++) {
            assertThat(replacements.afterFailure(Fault.RECORD)).isPresent();
        }
        assertThat(replacements.afterFailure(Fault.RECORD)).isEmpty();
    }

    @Test
    void oldFailuresAreForgotten() {
        for (int i = 0; i < 50; i++) {
            assertThat(replacements.afterFailure(Fault.RECORD)).contains(Duration.ofMillis(500));
            now = now.plus(Replacements.WINDOW).plusSeconds(1);
        }
    }
}
