package org.courant.publish.finish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.courant.publish.Stories;
import org.courant.schemas.Member;
import org.courant.schemas.RankTerm;
import org.courant.schemas.SourceKind;
import org.courant.schemas.Story;
import org.junit.jupiter.api.Test;

final class RankingTest {
    private static final String ID = "arxiv:2606.23595";
    private static final Instant MIDNIGHT = Instant.parse("2026-06-24T00:00:00Z");
    private final Ranking ranking = new Ranking(RankingWeights.DEFAULT);

    @Test
    void theScoreIsTheSumOfTermsThatAReaderCanBeShown() {
        List<RankTerm> terms = ranking.terms(story().setVersion(2)
                .setEventTime(Instant.parse("2026-06-24T12:00:00Z"))
                .setMembers(List.of(member("arXiv cs.LG", SourceKind.ARXIV), member("Forum", SourceKind.FORUM)))
                .build());

        assertThat(terms)
                .containsExactly(
                        new RankTerm("confidence", "Training methods", 0.5),
                        new RankTerm("sources", "2", 0.1),
                        new RankTerm("kinds", "2", 0.5),
                        new RankTerm("revision", "version 2", -0.25),
                        new RankTerm("freshness", "12:00", 0.05));
        assertThat(Ranking.score(terms)).isCloseTo(0.9, within(1e-12));
    }

    @Test
    void aPaperThatOneListCarriesAtMidnightHasItsConfidenceOnly() {
        assertThat(ranking.terms(story().build())).containsExactly(new RankTerm("confidence", "Training methods", 0.5));
    }

    @Test
    void aHundredSourcesCountNoMoreThanSix() {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            members.add(member("source " + i, SourceKind.ARXIV));
        }
        assertThat(ranking.terms(story().setMembers(members).build())).contains(new RankTerm("sources", "100", 0.5));
    }

    @Test
    void whatTheOperatorWeighsCountsOnceAndOnlyAsWholeWords() {
        Ranking weighed = new Ranking(new RankingWeights(
                0,
                0,
                0,
                0,
                0,
                new TreeMap<>(Map.of("Forum", 0.4, "elsewhere", 9.0)),
                new TreeMap<>(Map.of("State-Space  model", 0.3, "state", -0.2, "tate", 9.0))));
        Story story = story().setTitle("A state space model")
                .setSummary("A state-space model.")
                .setMembers(List.of(member("Forum", SourceKind.FORUM), member("Forum", SourceKind.FORUM)))
                .build();

        assertThat(weighed.terms(story))
                .containsExactly(
                        new RankTerm("source", "Forum", 0.4),
                        new RankTerm("phrase", "State-Space  model", 0.3),
                        new RankTerm("phrase", "state", -0.2));
    }

    private static Story.Builder story() {
        return Stories.story(ID).setEventTime(MIDNIGHT);
    }

    private static Member member(String source, SourceKind kind) {
        return Stories.member(ID, source).setSourceKind(kind).build();
    }
}
