package org.courant.enrich.summarise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.courant.enrich.text.Sentences;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ExtractiveSummariserTest {
    private final Summariser summariser = new ExtractiveSummariser();

    @RepeatedTest(50)
    void everySentenceIsTheSourcesAndInItsOrder(RepetitionInfo seed) {
        String body = text(new Random(seed.getCurrentRepetition()));
        List<String> source = Sentences.of(body);
        List<String> summary = Sentences.of(summariser.summarise("Learning to search", body));

        assertThat(source).containsSubsequence(summary);
        assertThat(summary.size()).isBetween(Math.min(5, source.size()), 8);
    }

    @Test
    void aShortSourceIsKeptWholeAndNothingIsAdded() {
        assertThat(summariser.summarise("T", "One sentence. And another.")).isEqualTo("One sentence. And another.");
        assertThat(summariser.summarise("T", "")).isEmpty();
    }

    @Test
    void formulasAndAbbreviationsDoNotEndASentence() {
        assertThat(Sentences.of(
                        "We use $f(x). g(y)$ as in Smith et al. (2020), e.g. for sets. Results follow Fig. 3 closely."))
                .containsExactly(
                        "We use $f(x). g(y)$ as in Smith et al. (2020), e.g. for sets.",
                        "Results follow Fig. 3 closely.");
    }

    @Test
    void texIsKeptByteForByte() {
        assertThat(summariser.summarise("T", "We bound $\\frac{1}{n}\\sum_i x_i$ by \\(O(n^{-1/2})\\)."))
                .isEqualTo("We bound $\\frac{1}{n}\\sum_i x_i$ by \\(O(n^{-1/2})\\).");
    }

    @Test
    void textWithoutFullStopsIsBounded() {
        assertThat(summariser.summarise("T", "word ".repeat(100_000))).hasSizeLessThan(1_300);
    }

    private static String text(Random random) {
        return IntStream.range(0, 1 + random.nextInt(25))
                .mapToObj(i -> "Sentence " + i + " " + "learns search ".repeat(1 + random.nextInt(12)) + "well.")
                .collect(Collectors.joining(" "));
    }
}
