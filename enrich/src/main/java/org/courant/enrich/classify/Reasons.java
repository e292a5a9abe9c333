package org.courant.enrich.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.courant.enrich.classify.model.FeatureSpace;
import org.courant.enrich.classify.model.LinearModel;
import org.courant.enrich.classify.model.NgramCounts;
import org.courant.enrich.text.SpeltWords;
import org.courant.schemas.text.LowerCase;

/** Which words of a document spoke for a section, in the document's own spelling. */
final class Reasons {
    private static final int MOST = 5;

    private Reasons() {}

    /** The reasons with the most weight, at most five, those that say the same again left out. */
    static List<String> strongest(Map<String, Double> weights) {
        List<String> strongest = new ArrayList<>();
        weights.entrySet().stream()
                .filter(reason -> reason.getValue() > 0)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .filter(reason -> strongest.stream().noneMatch(said -> overlap(said, reason)))
                .limit(MOST)
                .forEach(strongest::add);
        return List.copyOf(strongest);
    }

    /** What the words and pairs of words add to a section's margin. */
    static Map<String, Double> ofWords(String text, List<String> words, LinearModel model, int section) {
        List<String> spelt = SpeltWords.of(text);
        Map<String, Double> weights = new LinkedHashMap<>();
        int size = Math.min(words.size(), NgramCounts.MOST_WORDS);
        for (int i = 0; i < size; i++) {
            add(NgramCounts.word(words.get(i)), spelt.get(i), model, section, weights);
            if (i + 1 < size) {
                String pair = spelt.get(i) + " " + spelt.get(i + 1);
                add(NgramCounts.pair(words.get(i), words.get(i + 1)), pair, model, section, weights);
            }
        }
        return weights;
    }

    private static void add(int bucket, String spelling, LinearModel model, int section, Map<String, Double> weights) {
        FeatureSpace space = model.space();
        double weight = model.weight(section, bucket) * space.inverseFrequencies()[bucket];
        if (weight > 0) {
            weights.putIfAbsent(spelling, weight);
        }
    }

    private static boolean overlap(String said, String reason) {
        String one = " " + LowerCase.of(said) + " ";
        String other = " " + LowerCase.of(reason) + " ";
        return one.contains(other) || other.contains(one);
    }
}
