package org.courant.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {
    @Test
    void aLineHasSingleSpaces() {
        assertThat(CleanText.line(" a\u00a0 b\r\n\tc\u2003d ")).isEqualTo("a b c d");
    }

    @Test
    void emptyLinesSeparateParagraphs() {
        assertThat(CleanText.paragraphs("a\nb\r\n \r\nc\n\n\n d\u2029e")).isEqualTo("a b\n\nc\n\nd\n\ne");
    }

    @Test
    void controlsOfWindowsAreWhatTheirWritersMeant() {
        assertThat(CleanText.line("don\u0092t \u0093quote\u0094 \u0081x")).isEqualTo("don\u2019t \u201cquote\u201d x");
    }

    @Test
    void emojiAndScriptsThatNeedJoinersStay() {
        String family = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67";
        assertThat(CleanText.line(family)).isEqualTo(family);
        assertThat(CleanText.line("a\u200db")).isEqualTo("ab");
    }

    @Test
    void halfCharactersAreRemoved() {
        assertThat(CleanText.line("a\ud800b\udc00c\uffffd")).isEqualTo("abcd");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void cleaningIsIdempotentAndLeavesNothingInvisible(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < 40; j++) {
                text.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x300 : 0x2100));
            }
            String line = CleanText.line(text.toString());
            String paragraphs = CleanText.paragraphs(text.toString());
            assertThat(CleanText.line(line)).isEqualTo(line);
            assertThat(CleanText.paragraphs(paragraphs)).isEqualTo(paragraphs);
            assertThat(line.chars().noneMatch(Character::isISOControl)).isTrue();
            assertThat(line.codePoints().noneMatch(c -> c >= 0x202a && c <= 0x202e))
                    .isTrue();
        }
    }

    @Test
    void emojiOfSeveralCharactersStayWholeAndTagsAloneAreRemoved() {
        String family = "\ud83d\udc69\u200d\ud83d\udc67";
        String scotland = "\ud83c\udff4" + tags("gbsct") + "\udb40\udc7f";
        assertThat(CleanText.line("A " + family + " and " + scotland + " day"))
                .isEqualTo("A " + family + " and " + scotland + " day");
        assertThat(CleanText.line("a" + tags("hidden") + "b")).isEqualTo("ab");
    }

    private static String tags(String letters) {
        StringBuilder tags = new StringBuilder();
        letters.chars().forEach(letter -> tags.appendCodePoint(0xe0000 + letter));
        return tags.toString();
    }

    @Test
    void manyEmptyLinesAndBlanksTakeNoLongerThanOthers() {
        String empty = "\n \n".repeat(1_000_000);
        assertThat(CleanText.paragraphs("a" + empty + "b")).isEqualTo("a\n\nb");
        assertThat(CleanText.line("a" + " \t".repeat(1_000_000) + "b")).isEqualTo("a b");
        assertThat(HtmlText.toText("<pre>a" + empty + "</pre>")).isEqualTo("a");
    }
}
