package org.courant.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {
    @Test
    void aShortTextStaysAsItIs() {
        assertThat(Excerpt.of("Short.", 10)).isEqualTo("Short.");
    }

    @Test
    void aLongTextEndsWithAParagraphElseASentenceElseAWord() {
        assertThat(Excerpt.of("a".repeat(80) + "\n\nSecond one. Third goes on.", 100))
                .isEqualTo("a".repeat(80));
        assertThat(Excerpt.of("x".repeat(70) + " First. Second goes on and on and on and on.", 100))
                .isEqualTo("x".repeat(70) + " First.");
        assertThat(Excerpt.of("word ".repeat(30), 98)).endsWith("word").hasSizeLessThanOrEqualTo(98);
        assertThat(Excerpt.of("x".repeat(200), 100)).isEqualTo("x".repeat(100));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anExcerptIsABeginningThatFitsAndHasNoHalfCharacter(long seed) {
        Random random = new Random(seed);
        String alphabet = "ab .\n\ud83d\ude00";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < 60) {
                int at = random.nextInt(6);
                text.append(at == 5 ? "\ud83d\ude00" : alphabet.substring(at, at + 1));
            }
            String excerpt = Excerpt.of(text.toString(), 30);
            assertThat(text.toString()).startsWith(excerpt);
            assertThat(excerpt.length()).isLessThanOrEqualTo(30);
            assertThat(excerpt.isEmpty() || !Character.isHighSurrogate(excerpt.charAt(excerpt.length() - 1)))
                    .isTrue();
        }
    }

    @Test
    void aTitleIsTheFirstSentenceOrTheFirstWords() {
        assertThat(Excerpt.title("A first sentence. " + "And more ".repeat(20), 100))
                .isEqualTo("A first sentence.");
        assertThat(Excerpt.title("word ".repeat(40), 100))
                .endsWith("word\u2026")
                .hasSizeLessThanOrEqualTo(100);
        assertThat(Excerpt.title("One line\nAnother", 100)).isEqualTo("One line");
        assertThat(Excerpt.title("", 100)).isEmpty();
    }
}
