package org.courant.cli.evaluate.summaries;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How much of a summary is put in other words than those of its source. */
final class Novelty {
    private Novelty() {}

    /** The share of a summary's runs of words that the source does not have, 0 to 1. */
    static double of(String summary, String source, int length) {
        Set<List<String>> known = new HashSet<>(runs(Rouge.stems(source), length));
        List<List<String>> runs = runs(Rouge.stems(summary), length);
        long fresh = runs.stream().filter(run -> !known.contains(run)).count();
        return runs.isEmpty() ? 0 : (double) fresh / runs.size();
    }

    private static List<List<String>> runs(List<String> words, int length) {
        List<List<String>> runs = new ArrayList<>();
        for (int i = 0; i + length <= words.size(); i++) {
            runs.add(words.subList(i, i + length));
        }
        return runs;
    }
}
