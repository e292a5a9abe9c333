package org.courant.service.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RepeatsTest {
    private Instant now = Instant.parse("2026-11-20T18:00:00Z");
    private final Repeats repeats = new Repeats(() -> now);

    @Test
    void theFirstFailureIsToldAndThenHowManyHaveFollowedOnceAMinute() {
        assertThat(repeats.untold("edit")).hasValue(0);
        for (int i = 0; i < 119; i++) {
            now = now.plusMillis(500);
            assertThat(repeats.untold("edit")).isEmpty();
        }
        now = now.plusMillis(500);

        assertThat(repeats.untold("edit")).hasValue(119);
        assertThat(repeats.untold("edit")).isEmpty();
    }

    @Test
    void failuresOfAnotherKindAreToldByThemselves() {
        repeats.untold("edit");

        assertThat(repeats.untold("finish")).hasValue(0);
    }
}
