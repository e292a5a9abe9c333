package org.courant.cli.evaluate.summaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NoveltyTest {
    @Test
    void itIsTheShareOfFreshPairs() {
        assertThat(Novelty.of("the authors train Sieve", "We train Sieve", 2)).isCloseTo(2 / 3.0, within(1e-12));
    }
}
