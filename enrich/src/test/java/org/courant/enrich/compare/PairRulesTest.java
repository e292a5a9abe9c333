package org.courant.enrich.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.courant.enrich.item.Rule;
import org.courant.enrich.record.Profile;
import org.courant.schemas.SourceKind;
import org.junit.jupiter.api.Test;

class PairRulesTest {
    private static final List<String> AUTHORS = List.of("Ada Larder", "Bo Ledger");
    private static final List<String> OTHERS = List.of("Cem Shelf");
    private static final String TITLE = "LarderCache: Constant-Time Eviction for Long Prompts";

    private final PairRules rules = new PairRules(Thresholds.DEFAULT);
    private final Profile paper = Given.paper("2611.00001", TITLE, Given.ABSTRACT, AUTHORS, 2026);

    @Test
    void aPostThatQuotesAnAbstractIsAboutThePaper() {
        Profile post = Given.post("forum.example", 1, "Has anybody tried this?", Given.TALK + " " + Given.ABSTRACT);

        assertThat(rules.compare(paper, post)).isInstanceOfSatisfying(Comparison.Match.class, match -> {
            assertThat(match.rule()).isEqualTo(Rule.TEXT);
            assertThat(match.score()).isGreaterThan(0.9);
        });
    }

    @Test
    void aCutCopyOnAnotherSiteIsTheSameText() {
        String cut = Given.ABSTRACT.substring(0, Given.ABSTRACT.length() / 2);
        Profile copy = Given.article("https://press.example/larder", "A larder for prompts", cut);
        Profile original = Given.article("https://lab.example/blog/larder", TITLE, Given.ABSTRACT);

        assertThat(rules.compare(copy, original)).isInstanceOf(Comparison.Match.class);
    }

    @Test
    void aPaperAndItsJournalVersionMatchByTitleAuthorsAndYear() {
        Profile journal = Given.of(
                "doi:10.1000/larder",
                SourceKind.MEDIA,
                "Larder cache: constant time eviction for long prompts",
                "",
                List.of("Larder, A.", "Ledger, B."),
                2026);

        assertThat(rules.compare(paper, journal))
                .isInstanceOfSatisfying(
                        Comparison.Match.class,
                        match -> assertThat(match.rule()).isEqualTo(Rule.TITLE));
    }

    @Test
    void unrelatedWorksDiffer() {
        Profile other = Given.paper("2611.00002", "Folding Sleeves", Given.OTHER_ABSTRACT, OTHERS, 2026);

        assertThat(rules.compare(paper, other)).isEqualTo(new Comparison.Different(0));
    }

    @Test
    void partsOfASeriesDoNotMatchWhateverTheyShare() {
        Profile first = Given.paper("2611.00003", "Larders for Prompts, Part I", Given.ABSTRACT, AUTHORS, 2026);
        Profile second = Given.paper("2611.00004", "Larders for Prompts, Part II", Given.ABSTRACT, AUTHORS, 2026);

        assertThat(rules.compare(first, second)).isEqualTo(new Comparison.Veto(Rule.SERIES));
    }

    @Test
    void callsOfTwoYearsDoNotMatchThoughOneIsMadeOfTheOther() {
        Profile last = Given.paper("2511.00005", "The 2025 Larder Challenge: Results", Given.ABSTRACT, AUTHORS, 2025);
        Profile next = Given.paper(
                "2611.00005", "The 2026 Larder Challenge: Results and Methods", Given.ABSTRACT, AUTHORS, 2026);

        assertThat(rules.compare(last, next)).isEqualTo(new Comparison.Veto(Rule.SERIES));
    }

    @Test
    void topicsOfOneForumDoNotMatchThoughOneQuotesTheOther() {
        Profile asked = Given.post("forum.example", 1, "A larder?", Given.ABSTRACT);
        Profile answered = Given.post("forum.example", 2, "On larders", Given.ABSTRACT + " " + Given.TALK);

        assertThat(rules.compare(asked, answered)).isEqualTo(new Comparison.Veto(Rule.FORUM));
    }

    @Test
    void theSameTopicOnTwoForumsMatches() {
        Profile here = Given.post("forum.example", 1, "A larder?", Given.ABSTRACT);
        Profile there = Given.post("board.example", 7, "A larder?", Given.ABSTRACT);

        assertThat(rules.compare(here, there)).isInstanceOf(Comparison.Match.class);
    }

    @Test
    void textsOfOneSiteByOneTemplateDoNotMatch() {
        Profile one = Given.article("https://lab.example/jobs/1", "Cook wanted", Given.ABSTRACT + " " + Given.TALK);
        Profile other = Given.article(
                "https://lab.example/jobs/2", "Gardener sought", Given.ABSTRACT + " " + Given.OTHER_ABSTRACT);

        assertThat(rules.compare(one, other)).isEqualTo(new Comparison.Veto(Rule.TEMPLATE));
    }

    @Test
    void issuesOfANewsletterThatShareTheirTitleDoNotMatch() {
        Profile one = Given.of(
                "url:https://lab.example/1",
                SourceKind.MEDIA,
                "What our lab read this week",
                Given.ABSTRACT,
                AUTHORS,
                2026);
        Profile next = Given.of(
                "url:https://lab.example/2",
                SourceKind.MEDIA,
                "What our lab read this week",
                Given.TALK,
                AUTHORS,
                2026);

        assertThat(rules.compare(one, next)).isEqualTo(new Comparison.Veto(Rule.TEMPLATE));
    }

    @Test
    void whereAYearIsUnknownOnlyTheSameTitleWillDo() {
        Profile same = Given.of("doi:10.1000/1", SourceKind.MEDIA, TITLE, "", AUTHORS, 0);
        Profile reworded =
                Given.of("doi:10.1000/2", SourceKind.MEDIA, "LarderCache: Eviction in Constant Time", "", AUTHORS, 0);

        assertThat(rules.compare(paper, same)).isInstanceOf(Comparison.Match.class);
        assertThat(rules.compare(paper, reworded)).isInstanceOf(Comparison.Different.class);
    }

    @Test
    void aSuccessorThatRepeatsHalfOfAnAbstractIsAnotherWork() {
        Profile one = Given.article("https://lab.example/larder", TITLE, Given.ABSTRACT + " " + Given.TALK);
        Profile next = Given.article(
                "https://institute.example/pantry",
                "Pantries of shared kitchens",
                Given.ABSTRACT + " " + Given.OTHER_ABSTRACT);

        assertThat(rules.compare(one, next)).isEqualTo(new Comparison.Veto(Rule.SUCCESSOR));
    }

    @Test
    void twoIdsOfOneRegistryAreTwoPapersUnlessTheirTitlesAgree() {
        Profile unlike = Given.paper("2611.00006", "A Benchmark of Pantries", Given.ABSTRACT, AUTHORS, 2026);
        Profile again = Given.paper("2611.00007", TITLE, Given.ABSTRACT + " " + Given.TALK, AUTHORS, 2026);

        assertThat(rules.compare(paper, unlike)).isEqualTo(new Comparison.Veto(Rule.PAPERS));
        assertThat(rules.compare(paper, again)).isInstanceOf(Comparison.Match.class);
    }

    @Test
    void papersByOtherPeopleMatchOnlyIfTheTextSaysTheSameThroughout() {
        Profile partly = Given.paper("2611.00008", TITLE, Given.ABSTRACT + " " + Given.OTHER_ABSTRACT, OTHERS, 2026);
        Profile wholly = Given.paper("2611.00009", TITLE, Given.ABSTRACT, OTHERS, 2026);

        assertThat(rules.compare(paper, partly)).isEqualTo(new Comparison.Veto(Rule.AUTHORS));
        assertThat(rules.compare(paper, wholly)).isInstanceOf(Comparison.Match.class);
    }

    @Test
    void anErratumIsNotWhatItCorrects() {
        Profile erratum = Given.of("doi:10.1000/e", SourceKind.MEDIA, "Erratum: " + TITLE, "", AUTHORS, 2026);

        assertThat(rules.compare(paper, erratum)).isEqualTo(new Comparison.Veto(Rule.REPLY));
    }

    @Test
    void shortTitlesAreGivenToManyWorks() {
        Profile one = Given.of("doi:10.1000/1", SourceKind.MEDIA, "Guest editorial", "", List.of("Ada Larder"), 2026);
        Profile two = Given.article("https://lab.example/2", "Guest editorial", "");

        assertThat(rules.compare(one, two)).isInstanceOf(Comparison.Different.class);
    }

    @Test
    void anIdentityIsAMatchWithoutALook() {
        assertThat(rules.compare(paper, paper)).isEqualTo(new Comparison.Match(Rule.IDENTITY, 1));
    }

    @Test
    void papersThatOnlyAPostJoinsMayNotStandInOneStory() {
        Profile other = Given.paper("2611.00002", "Folding Sleeves", Given.OTHER_ABSTRACT, OTHERS, 2026);
        Profile roundUp = Given.post(
                "forum.example",
                1,
                "Papers of the week",
                Given.ABSTRACT + " " + Given.TALK + " " + Given.OTHER_ABSTRACT);

        assertThat(rules.compare(paper, roundUp)).isInstanceOf(Comparison.Match.class);
        assertThat(rules.compare(other, roundUp)).isInstanceOf(Comparison.Match.class);
        assertThat(rules.veto(paper, other, false)).contains(Rule.PAPERS);
        assertThat(rules.veto(paper, roundUp, true)).isEmpty();
    }

    @Test
    void twoArticlesThatQuoteOnePaperMayStandInItsStory() {
        Profile one = Given.article("https://lab.example/1", "What we read", Given.ABSTRACT + " " + Given.TALK);
        Profile two = Given.article(
                "https://press.example/2", "Larders rediscovered", Given.ABSTRACT + " " + Given.OTHER_ABSTRACT);

        assertThat(rules.compare(one, two)).isEqualTo(new Comparison.Veto(Rule.SUCCESSOR));
        assertThat(rules.veto(one, two, false)).isEmpty();
    }
}
