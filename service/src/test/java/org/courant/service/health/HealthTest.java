package org.courant.service.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HealthTest {
    private static final Health READY = Health.ready("enrich is running");
    private static final Health STARTING = Health.starting("view: reads the topics");
    private static final Health DEAD = Health.dead("publish has stopped");

    @Test
    void aWholeIsReadyWhenAllOfItsPartsAre() {
        assertThat(Health.of(List.of(READY, Health.ready("view: up to date"))))
                .isEqualTo(Health.ready("enrich is running; view: up to date"));
    }

    @Test
    void partsThatAreNotReadyAreNamedAndNoOther() {
        assertThat(Health.of(List.of(READY, STARTING))).isEqualTo(STARTING);
    }

    @Test
    void aDeadPartIsNamedBeforeThoseThatMerelyStart() {
        assertThat(Health.of(List.of(READY, STARTING, DEAD))).isEqualTo(DEAD);
    }
}
