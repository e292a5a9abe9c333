package org.courant.enrich.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.courant.enrich.classify.Classification.Score;
import org.courant.enrich.classify.Taxonomy.SectionDefinition;
import org.courant.enrich.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * A linear model over cue phrases. A section's weight is the sum over its cues of weight × (1 + ln count), where the
 * title counts threefold, plus what the document's categories add; a softmax turns weights into scores. A document goes
 * to {@link Taxonomy#OTHER} where the best section has too little evidence or too little lead.
 */
public final class LexicalClassifier implements Classifier {
    private static final int TITLE = 3;
    private static final double SHARPNESS = 0.8;

    private final Taxonomy taxonomy;
    private final String version;
    private final Phrase cues = new Phrase();

    /** What a phrase adds to a section. */
    private record Vote(int section, double weight) {}

    /** The words that begin a cue, as a tree: one look-up a word tells whether a cue can go on. */
    private static final class Phrase {
        private final Map<String, Phrase> next = new HashMap<>();
        private final List<Vote> votes = new ArrayList<>();

        void add(List<String> words, Vote vote) {
            Phrase end = this;
            for (String word : words) {
                end = end.next.computeIfAbsent(word, unseen -> new Phrase());
            }
            end.votes.add(vote);
        }
    }

    public LexicalClassifier(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
        this.version = "lexical-1+" + taxonomy.fingerprint();
        for (int i = 0; i < taxonomy.sections().size(); i++) {
            int section = i;
            taxonomy.sections()
                    .get(i)
                    .cues()
                    .forEach((cue, weight) -> cues.add(Words.of(cue), new Vote(section, weight)));
        }
    }

    @Override
    public Classification classify(Document document) {
        // In the order of the text: a sum of doubles depends on the order of its terms.
        Map<Phrase, Integer> counts = new LinkedHashMap<>();
        count(Words.of(document.title()), TITLE, counts);
        count(Words.of(document.body()), 1, counts);
        double[] evidence = new double[taxonomy.sections().size()];
        counts.forEach((cue, count) ->
                cue.votes.forEach(vote -> evidence[vote.section()] += vote.weight() * (1 + StrictMath.log(count))));
        addCategories(document, evidence);
        return decide(evidence);
    }

    @Override
    public String version() {
        return version;
    }

    private void count(List<String> words, int times, Map<Phrase, Integer> counts) {
        for (int start = 0; start < words.size(); start++) {
            @Nullable Phrase phrase = cues.next.get(words.get(start));
            for (int end = start + 1; phrase != null; end++) {
                if (!phrase.votes.isEmpty()) {
                    counts.merge(phrase, times, Integer::sum);
                }
                phrase = end < words.size() ? phrase.next.get(words.get(end)) : null;
            }
        }
    }

    private void addCategories(Document document, double[] evidence) {
        for (int i = 0; i < evidence.length; i++) {
            Map<String, Double> categories = taxonomy.sections().get(i).categories();
            evidence[i] += categories.getOrDefault(document.kind().name(), 0.0);
            for (int j = 0; j < document.categories().size(); j++) {
                // The first category is the one that the authors chose; the others are cross-lists.
                evidence[i] += categories.getOrDefault(document.categories().get(j), 0.0) * (j == 0 ? 1 : 0.5);
            }
        }
    }

    private Classification decide(double[] evidence) {
        List<Score> scores = softmax(evidence);
        Score best = scores.get(0);
        double lead = scores.size() == 1 ? 1 : best.score() - scores.get(1).score();
        double most = Arrays.stream(evidence).max().orElse(0);
        if (most < taxonomy.leastEvidence() || lead < taxonomy.margin()) {
            return new Classification(Taxonomy.OTHER, Taxonomy.OTHER_TITLE, best.score(), scores);
        }
        SectionDefinition section = taxonomy.sections().stream()
                .filter(candidate -> candidate.id().equals(best.sectionId()))
                .findFirst()
                .orElseThrow();
        return new Classification(section.id(), section.title(), best.score(), scores);
    }

    private List<Score> softmax(double[] evidence) {
        double most = Arrays.stream(evidence).max().orElse(0);
        double[] exponentials = Arrays.stream(evidence)
                .map(weight -> StrictMath.exp(SHARPNESS * (weight - most)))
                .toArray();
        double sum = Arrays.stream(exponentials).sum();
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < exponentials.length; i++) {
            scores.add(
                    new Score(taxonomy.sections().get(i).id(), Math.round(exponentials[i] / sum * 10_000) / 10_000.0));
        }
        scores.sort(Comparator.comparingDouble(Score::score).reversed().thenComparing(Score::sectionId));
        return scores;
    }
}
