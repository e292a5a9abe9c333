package org.courant.cli.evaluate.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextRankTest {
    @Test
    void theSentenceThatSharesMostWithTheOthersRanksHighest() {
        assertThat(TextRank.best(
                        List.of("Birds sing.", "Agents search and agents learn.", "Agents learn.", "We search birds.")))
                .isEqualTo(1);
    }

    @Test
    void sentencesWithNothingInCommonRankAlike() {
        assertThat(TextRank.best(List.of("One.", "Two."))).isZero();
    }
}
