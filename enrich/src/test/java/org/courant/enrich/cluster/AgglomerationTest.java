package org.courant.enrich.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.courant.enrich.record.Assignment;
import org.courant.enrich.record.Link;
import org.courant.enrich.record.PairDecision;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AgglomerationTest {
    private static final String PAPER = "arxiv:2606.00001";
    private static final String OTHER_PAPER = "arxiv:2606.00002";
    private static final String POST = "forum:forum.example.org/1";

    @Test
    void aPostThatQuotesTwoPapersJoinsTheOneThatItQuotesBest() {
        Map<String, String> stories =
                stories(match(POST, PAPER, 0.6), match(POST, OTHER_PAPER, 0.9), match(POST, "url:https://a.org/", 0.5));

        assertThat(stories)
                .containsEntry(PAPER, PAPER)
                .containsEntry(OTHER_PAPER, OTHER_PAPER)
                .containsEntry(POST, OTHER_PAPER)
                .containsEntry("url:https://a.org/", OTHER_PAPER);
    }

    @Test
    void twoPapersThatMatchEachOtherAreOneStoryWithWhateverQuotesThem() {
        assertThat(stories(match(POST, PAPER, 0.6), match(POST, OTHER_PAPER, 0.9), match(PAPER, OTHER_PAPER, 0.8))
                        .values())
                .containsOnly(PAPER);
    }

    @Test
    void aVetoKeepsTwoApartThatAThirdWouldJoin() {
        String left = "url:https://a.org/2024";
        String right = "url:https://a.org/2025";

        assertThat(stories(match(POST, left, 0.9), match(POST, right, 0.8), veto(left, right)))
                .containsEntry(POST, left)
                .containsEntry(right, right);
    }

    @Test
    void eachComponentTellsTheMatchThatLeadsTowardsTheNameOfTheStory() {
        Map<String, Assignment> assignments = assignments(
                List.of(match("feed:b:1", "url:https://a.org/", 0.7), match("url:https://a.org/", POST, 0.9)));

        assertThat(assignments.get("feed:b:1"))
                .isEqualTo(new Assignment("url:https://a.org/", new Link("text", 0.7, "url:https://a.org/"), null));
        assertThat(assignments.get("url:https://a.org/"))
                .isEqualTo(new Assignment("url:https://a.org/", new Link("text", 0.9, POST), null));
    }

    @RepeatedTest(200)
    void noOrderOfTheMatchesChangesAnythingAndNoVetoIsBroken(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        List<TextMatch> matches = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String left = name(random.nextInt(8));
            String right = name(random.nextInt(8));
            if (!left.equals(right)) {
                matches.add(random.nextInt(5) == 0 ? veto(left, right) : match(left, right, random.nextInt(4) / 4.0));
            }
        }
        Map<String, Assignment> expected = assignments(matches);
        Collections.shuffle(matches, random);

        assertThat(assignments(matches)).isEqualTo(expected);
        matches.stream()
                .filter(TextMatch::apart)
                .forEach(veto -> assertThat(story(expected, veto.left())).isNotEqualTo(story(expected, veto.right())));
    }

    private static String story(Map<String, Assignment> assignments, String component) {
        return Objects.requireNonNull(assignments.get(component)).getStoryId();
    }

    private static String name(int i) {
        return i < 3 ? "arxiv:2606.0000" + i : "url:https://a.org/" + i;
    }

    private static Map<String, String> stories(TextMatch... matches) {
        return assignments(List.of(matches)).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().getStoryId()));
    }

    private static Map<String, Assignment> assignments(List<TextMatch> matches) {
        List<String> components = matches.stream()
                .flatMap(match -> List.of(match.left(), match.right()).stream())
                .distinct()
                .toList();
        return Agglomeration.of(components, matches);
    }

    private static TextMatch match(String left, String right, double score) {
        return new TextMatch(left, left, right, right, new PairDecision("text", score, false));
    }

    private static TextMatch veto(String left, String right) {
        return new TextMatch(left, left, right, right, new PairDecision("series", 1.0, true));
    }
}
