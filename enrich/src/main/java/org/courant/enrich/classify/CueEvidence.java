package org.courant.enrich.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.courant.enrich.classify.Classifier.Document;
import org.courant.enrich.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the cue phrases and categories of a taxonomy say of a document. A section's evidence is the sum over its cues of
 * weight × (1 + ln count), where the title counts threefold, plus what the document's categories add.
 */
final class CueEvidence {
    private static final int TITLE = 3;

    private final Taxonomy taxonomy;
    private final Phrase cues = new Phrase();

    /** What a phrase adds to a section. */
    private record Vote(int section, double weight) {}

    /** The words that begin a cue, as a tree: one look-up a word tells whether a cue can go on. */
    private static final class Phrase {
        private final Map<String, Phrase> next = new HashMap<>();
        private final List<Vote> votes = new ArrayList<>();
        private String cue = "";

        void add(String cue, Vote vote) {
            Phrase end = this;
            for (String word : Words.of(cue)) {
                end = end.next.computeIfAbsent(word, unseen -> new Phrase());
            }
            end.cue = end.cue.isEmpty() ? cue : end.cue;
            end.votes.add(vote);
        }
    }

    /**
     * What was found.
     *
     * @param bySection evidence of each section, in the order of the taxonomy
     * @param reasons by section: cue or category, and what it added
     */
    @SuppressWarnings("ArrayRecordComponent") // numbers for arithmetic; nobody compares two of them
    record Found(double[] bySection, List<Map<String, Double>> reasons) {}

    CueEvidence(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
        for (int i = 0; i < taxonomy.sections().size(); i++) {
            int section = i;
            taxonomy.sections().get(i).cues().forEach((cue, weight) -> cues.add(cue, new Vote(section, weight)));
        }
    }

    Found of(List<String> title, List<String> body, Document document) {
        // In the order of the text: a sum of doubles depends on the order of its terms.
        Map<Phrase, Integer> counts = new LinkedHashMap<>();
        count(title, TITLE, counts);
        count(body, 1, counts);
        double[] evidence = new double[taxonomy.sections().size()];
        List<Map<String, Double>> reasons = new ArrayList<>();
        for (int i = 0; i < evidence.length; i++) {
            reasons.add(new LinkedHashMap<>());
        }
        counts.forEach((cue, count) -> cue.votes.forEach(
                vote -> add(vote.section(), cue.cue, vote.weight() * (1 + StrictMath.log(count)), evidence, reasons)));
        addCategories(document, evidence, reasons);
        return new Found(evidence, reasons);
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

    private void addCategories(Document document, double[] evidence, List<Map<String, Double>> reasons) {
        for (int i = 0; i < evidence.length; i++) {
            Map<String, Double> categories = taxonomy.sections().get(i).categories();
            String kind = document.kind().name();
            add(i, kind, categories.getOrDefault(kind, 0.0), evidence, reasons);
            for (int j = 0; j < document.categories().size(); j++) {
                // The first category is the one that the authors chose; the others are cross-lists.
                String category = document.categories().get(j);
                add(i, category, categories.getOrDefault(category, 0.0) * (j == 0 ? 1 : 0.5), evidence, reasons);
            }
        }
    }

    private static void add(
            int section, String reason, double weight, double[] evidence, List<Map<String, Double>> reasons) {
        if (weight != 0) {
            evidence[section] += weight;
            reasons.get(section).merge(reason, weight, Double::sum);
        }
    }
}
