package org.courant.enrich.summarise.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndingsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sieve keeps what is read and forgets the rest of every long game, paving the way for agents of one life. | Sieve keeps what is read and forgets the rest of every long game.
            On games (mazes, cards, dice) it wins more often than all others do, thereby showcasing what forgetting is for. | On games (mazes, cards, dice) it wins more often than all others do.
            """)
    void aClauseThatOnlyCommentsIsCut(String sentence, String cut) {
        assertThat(Endings.cut(sentence)).contains(cut);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sieve forgets, highlighting what matters.",
                "Sieve keeps what is read and forgets the rest of every long game, resulting in 12% more wins.",
                "Sieve keeps what is read and forgets the rest of every long game (of mazes, highlighting that it can win).",
                "Sieve keeps what is read and forgets the rest of every long game, highlighting what matters, and we show that it wins.",
                "Sieve keeps what is read and forgets the rest of every long game, which is new to all of us."
            })
    void whatMayBeMoreThanACommentStays(String sentence) {
        assertThat(Endings.cut(sentence)).isEmpty();
    }
}
