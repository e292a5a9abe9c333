package org.courant.enrich.summarise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.courant.enrich.text.Sentences;
import org.courant.schemas.SourceKind;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ExtractiveSummariserTest {
    private final Summariser summariser = new ExtractiveSummariser();

    @RepeatedTest(50)
    void everySentenceIsTheSourcesAndInItsOrder(RepetitionInfo seed) {
        String body = text(new Random(seed.getCurrentRepetition()));
        List<String> source = Sentences.of(body);
        String summary = paper(body);

        assertThat(source).containsSubsequence(Sentences.of(summary));
        assertThat(Sentences.of(summary).size()).isLessThanOrEqualTo(8);
        assertThat(Length.inWords(summary)).isLessThanOrEqualTo(180);
    }

    @Test
    void aSummaryIsToldInTheOrderOfTheSource() {
        assertThat(paper("""
                        Agents forget what they were told. However, most memories grow without bound.
                        To address this problem, we propose Sieve, a memory that drops what is never read.
                        It keeps a count for each entry. Experiments on three games show that our agents win 12% more often.
                        Our code is available at https://example.org/sieve."""))
                .isEqualTo("Agents forget what they were told. However, most memories grow without bound."
                        + " To address this problem, the authors propose Sieve, a memory that drops what is never read."
                        + " It keeps a count for each entry."
                        + " Experiments on three games show that the agents win 12% more often.");
    }

    @Test
    void aLongSourceLosesTheBackgroundThatStandsFarthestFromTheWork() {
        String work = IntStream.range(0, 7)
                .mapToObj(i -> "We prune branch " + i + " of the tree of a game that an agent has lost before it ends.")
                .collect(Collectors.joining(" "));

        assertThat(paper("Agents forget. Memories are slow. " + work)).startsWith("The authors prune branch 0");
        assertThat(paper("Agents forget. Memories are slow. We study both problems, and such a gap in particular. "
                        + work))
                .startsWith("Memories are slow. The authors study both problems");
        assertThat(paper("Agents forget. Traces are read as records. We test this reading with edits. " + work))
                .startsWith("Traces are read as records. The authors test this reading with edits.");
    }

    @Test
    void aSentenceWithAFigureIsToldHoweverMuchElseThereIs() {
        String work = IntStream.range(0, 12)
                .mapToObj(i -> "We search for what the agent has learnt of the search in which it learns to search.")
                .collect(Collectors.joining(" "));

        assertThat(paper(work + " Sieves lose 12\\% less.")).contains("12\\%");
        assertThat(paper("Sieves lose 12.5 grains a day. " + work)).contains("12.5");
    }

    @Test
    void wordsThatAListingHasSwallowedPartSentences() {
        assertThat(paper("Sieves are slow this http URL propose a sieve. Try it at this http URL for all."))
                .isEqualTo("Sieves are slow. … propose a sieve. Try it at this http URL for all.");
    }

    @Test
    void aShortSourceIsKeptWholeAndNothingIsAdded() {
        assertThat(paper("One sentence. And another.")).isEqualTo("One sentence. And another.");
        assertThat(paper("")).isEmpty();
        assertThat(paper("Code is available at https://example.org."))
                .isEqualTo("Code is available at https://example.org.");
    }

    @Test
    void aLongSourceIsToldInAHundredAndTwentyToAHundredAndEightyWords() {
        String body = IntStream.range(0, 20)
                .mapToObj(
                        i -> "We show in experiment " + i + " that the method with its many parts improves on others.")
                .collect(Collectors.joining(" "));

        assertThat(Length.inWords(paper(body))).isBetween(120, 180);
    }

    @Test
    void texIsKeptByteForByte() {
        assertThat(
                        paper(
                                "We bound $\\frac{1}{n}\\sum_i x_i$ by \\(O(n^{-1/2})\\), where $we$ is \\emph{our own} weight."))
                .isEqualTo("The authors bound $\\frac{1}{n}\\sum_i x_i$ by \\(O(n^{-1/2})\\), where $we$ is"
                        + " \\emph{our own} weight.");
    }

    @Test
    void textWithoutFullStopsIsBounded() {
        assertThat(paper("word ".repeat(100_000))).hasSizeLessThan(1_300);
        assertThat(paper("🙂".repeat(10_000))).hasSizeLessThan(1_300);
    }

    @Test
    void aPostIsToldAsTheQuestionWhatWasTriedAndWhatCameOfIt() {
        String body = """
                Hi everyone,

                I'm trying to run the encoder on two cards. I have set the device map and I get this error:

                RuntimeError: expected device cuda:0;
                    at line 3

                How can I split the model?

                Thanks in advance!""";

        assertThat(summariser.summarise(new Summariser.Source("Two cards", body, SourceKind.FORUM)))
                .isEqualTo(
                        "The user is trying to run the encoder on two cards. They have set the device map and they get"
                                + " this error. They ask: “How can I split the model?”");
    }

    @Test
    void whatAFeedHangsBelowATextIsLeftOut() {
        assertThat(summariser.summarise(new Summariser.Source(
                        "News", "The lab opens in May. The post News appeared first on A Blog.", SourceKind.MEDIA)))
                .isEqualTo("The lab opens in May.");
    }

    private String paper(String body) {
        return summariser.summarise(new Summariser.Source("Learning to search", body, SourceKind.ARXIV));
    }

    private static String text(Random random) {
        return IntStream.range(0, 1 + random.nextInt(25))
                .mapToObj(i -> "Sentence " + i + " " + "learns search ".repeat(1 + random.nextInt(12)) + "well.")
                .collect(Collectors.joining(" "));
    }
}
