package org.courant.enrich.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.courant.enrich.block.BlockKeys;
import org.courant.enrich.block.RandomTexts;
import org.courant.enrich.record.Profile;
import org.courant.schemas.SourceKind;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PairRulesLawsTest {
    private static final List<String> PIECES =
            List.of(Given.ABSTRACT, Given.OTHER_ABSTRACT, Given.TALK, Given.ABSTRACT.substring(200), "");
    private static final List<String> TITLES = List.of(
            "", "Larders for Prompts", "Larders for Prompts II", "Reply to: Larders for Prompts", "Larders 2025", "7");
    private static final List<List<String>> AUTHORS =
            List.of(List.of(), List.of("Ada Larder"), List.of("Larder, A.", "Bo Ledger"), List.of("李明", "!?"));
    private static final List<String> IDENTITIES = List.of(
            "arxiv:2611.00001",
            "arxiv:2611.00002",
            "doi:10.1000/1",
            "forum:forum.example/1",
            "forum:forum.example/2",
            "forum:",
            "url:https://lab.example/1",
            "url:https://lab.example/2",
            "feed:lab:1",
            "nothing");

    private final PairRules rules = new PairRules(Thresholds.DEFAULT);

    @RepeatedTest(300)
    void comparingIsSymmetricAndRepeatableAndScoresAreShares(RepetitionInfo seed) {
        RandomTexts texts = new RandomTexts(seed.getCurrentRepetition());
        Profile one = work(texts);
        Profile other = work(texts);

        Comparison comparison = rules.compare(one, other);

        assertThat(rules.compare(other, one)).isEqualTo(comparison);
        assertThat(rules.compare(one, other)).isEqualTo(comparison);
        assertThat(rules.veto(one, other, false)).isEqualTo(rules.veto(other, one, false));
        assertThat(score(comparison)).isBetween(0.0, 1.0);
        if (comparison instanceof Comparison.Match) {
            assertThat(rules.veto(one, other, false)).isEmpty();
        }
    }

    @RepeatedTest(100)
    void whateverTheTextTheWorkMatchesItsCopyElsewhereAndMeetsIt(RepetitionInfo seed) {
        RandomTexts texts = new RandomTexts(seed.getCurrentRepetition());
        String text = String.join(" ", texts.words(20 + texts.below(3_000)));
        Profile one = Given.article("https://lab.example/1", "One", text);
        Profile copy = Given.article("https://press.example/2", "Two", text);

        assertThat(rules.compare(one, copy)).isInstanceOf(Comparison.Match.class);
        assertThat(BlockKeys.of(one)).containsAnyOf(BlockKeys.of(copy));
    }

    @RepeatedTest(100)
    void anyCharactersAreWelcome(RepetitionInfo seed) {
        RandomTexts texts = new RandomTexts(seed.getCurrentRepetition());
        List<String> authors = List.of(texts.anything(30), texts.anything(30), "");
        Profile one = Given.of(
                "url:" + texts.anything(40), SourceKind.MEDIA, texts.anything(500), texts.anything(3_000), authors, 0);
        Profile other = Given.post(texts.anything(10), 1, texts.anything(40), texts.anything(3_000));

        assertThat(score(rules.compare(one, other))).isBetween(0.0, 1.0);
        assertThat(BlockKeys.of(one).length).isLessThanOrEqualTo(BlockKeys.MAX);
        assertThat(one.getTitle().length()).isLessThanOrEqualTo(Titles.MAX_CHARACTERS);
    }

    @Test
    void aMegabyteOfTextHasBoundedKeysAndIsFoundByItsOwnHalf() {
        List<String> words = new RandomTexts(3).words(150_000);
        Profile all = Given.article("https://lab.example/1", "", String.join(" ", words));
        Profile half = Given.article("https://press.example/1", "", String.join(" ", words.subList(0, 75_000)));

        assertThat(BlockKeys.of(all).length).isLessThanOrEqualTo(BlockKeys.MAX);
        assertThat(BlockKeys.of(all)).containsAnyOf(BlockKeys.of(half));
        assertThat(rules.compare(all, half)).isInstanceOf(Comparison.Match.class);
    }

    private static Profile work(RandomTexts texts) {
        String text = pick(PIECES, texts) + " " + pick(PIECES, texts);
        return Given.of(
                pick(IDENTITIES, texts),
                pick(List.of(SourceKind.values()), texts),
                pick(TITLES, texts),
                text,
                pick(AUTHORS, texts),
                2025 + texts.below(2));
    }

    private static <T> T pick(List<T> of, RandomTexts texts) {
        return of.get(texts.below(of.size()));
    }

    private static double score(Comparison comparison) {
        if (comparison instanceof Comparison.Match match) {
            return match.score();
        }
        return comparison instanceof Comparison.Different different ? different.score() : 0;
    }
}
