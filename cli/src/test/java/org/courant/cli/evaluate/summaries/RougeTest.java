package org.courant.cli.evaluate.summaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RougeTest {
    @Test
    void theMeasuresAreThoseThatOneCountsByHand() {
        // Four of five and of four words in common; pairs: "the cat" and "on mats" of four and three; in order: four.
        Rouge rouge = Rouge.best(Rouge.stems("The cats sat on mats."), List.of(Rouge.stems("the cat on mats")));

        assertThat(rouge.one()).isCloseTo(2 * 4 / 9.0, within(1e-12));
        assertThat(rouge.two()).isCloseTo(2 * 2 / 7.0, within(1e-12));
        assertThat(rouge.longest()).isCloseTo(2 * 4 / 9.0, within(1e-12));
    }

    @Test
    void aWordCountsAsOftenAsBothHaveIt() {
        assertThat(Rouge.best(List.of("a", "a", "a"), List.of(List.of("a", "b")))
                        .one())
                .isCloseTo(0.4, within(1e-12));
    }

    @Test
    void theReferenceWithTheBestOverlapCounts() {
        Rouge rouge = Rouge.best(List.of("a", "b"), List.of(List.of("c"), List.of("a", "b"), List.of("b", "a")));

        assertThat(rouge).isEqualTo(new Rouge(1, 1, 1));
    }

    @Test
    void nothingInCommonIsZero() {
        assertThat(Rouge.best(List.of(), List.of(List.of("a")))).isEqualTo(new Rouge(0, 0, 0));
    }
}
