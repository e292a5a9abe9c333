package org.courant.publish.finish;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.courant.schemas.Member;
import org.courant.schemas.RankTerm;
import org.courant.schemas.Story;
import org.courant.schemas.text.LowerCase;

/**
 * The score by which entries of a section are ordered. It depends on the entry and the settings alone, so that a new
 * entry changes no other:
 *
 * <pre>
 * rankScore = weight of confidence x confidence of the section, 0 to 1
 *           + weight of each further source that it appeared at, at most 5 of them
 *           + weight of each further kind of source (arXiv, forum, media), at most 2 of them
 *           + weight of a revision, if it is a later version of a known work
 *           + weight of freshness x part of the edition's day that had passed when it was published, 0 to 1
 *           + weight of every source that the operator has given one, if it appeared there
 *           + weight of every phrase that the operator has given one, if headline or summary have it
 * </pre>
 */
public final class Ranking {
    private static final int MOST_SOURCES = 5;
    private static final int MOST_KINDS = 2;
    private static final double SECONDS_OF_A_DAY = 86_400;

    private final RankingWeights weights;

    public Ranking(RankingWeights weights) {
        this.weights = weights;
    }

    /** What speaks for a story and against it, in a fixed order; what counts for nothing is left out. */
    List<RankTerm> terms(Story story) {
        List<RankTerm> terms = new ArrayList<>();
        terms.add(new RankTerm(
                "confidence", story.getSectionTitle(), weights.confidence() * story.getSectionConfidence()));
        int sources = distinct(story, Member::getSourceName);
        terms.add(new RankTerm("sources", String.valueOf(sources), weights.source() * further(sources, MOST_SOURCES)));
        int kinds = distinct(story, Member::getSourceKind);
        terms.add(new RankTerm("kinds", String.valueOf(kinds), weights.kind() * further(kinds, MOST_KINDS)));
        int version = story.getVersion();
        terms.add(new RankTerm("revision", "version " + version, version > 1 ? weights.revision() : 0));
        String time =
                story.getEventTime().atOffset(ZoneOffset.UTC).toLocalTime().toString();
        terms.add(new RankTerm("freshness", time, weights.freshness() * partOfDay(story)));
        terms.addAll(ofSources(story));
        terms.addAll(ofPhrases(story));
        return terms.stream().filter(term -> term.getPoints() != 0).toList();
    }

    /** The sum of the terms in their order. */
    static double score(List<RankTerm> terms) {
        double score = 0;
        for (RankTerm term : terms) {
            score += term.getPoints();
        }
        return score;
    }

    private List<RankTerm> ofSources(Story story) {
        return new TreeSet<>(
                        story.getMembers().stream().map(Member::getSourceId).toList())
                .stream()
                        .filter(weights.sources()::containsKey)
                        .map(id -> new RankTerm("source", id, weights.sources().getOrDefault(id, 0.0)))
                        .toList();
    }

    private List<RankTerm> ofPhrases(Story story) {
        String text = words(story.getTitle() + " . " + story.getSummary());
        return weights.phrases().entrySet().stream()
                .filter(phrase -> text.contains(words(phrase.getKey())))
                .map(phrase -> new RankTerm("phrase", phrase.getKey(), phrase.getValue()))
                .toList();
    }

    private static int distinct(Story story, Function<Member, Object> property) {
        return (int) story.getMembers().stream().map(property).distinct().count();
    }

    private static int further(int count, int most) {
        return Math.min(Math.max(count - 1, 0), most);
    }

    private static double partOfDay(Story story) {
        return story.getEventTime().atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / SECONDS_OF_A_DAY;
    }

    /**
     * Lower case, with a space before and behind every word and nothing else between, so that only whole words match.
     */
    private static String words(String text) {
        StringBuilder words = new StringBuilder(" ");
        String folded = LowerCase.of(text);
        for (int i = 0; i < folded.length(); i++) {
            boolean letter = Character.isLetterOrDigit(folded.charAt(i));
            if (letter || words.charAt(words.length() - 1) != ' ') {
                words.append(letter ? folded.charAt(i) : ' ');
            }
        }
        return words.charAt(words.length() - 1) == ' '
                ? words.toString()
                : words.append(' ').toString();
    }
}
