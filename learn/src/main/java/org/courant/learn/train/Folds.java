package org.courant.learn.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.courant.learn.data.LabelledPaper;

/**
 * Stratified folds: each has its share of every section. A paper is one element, so it is in one fold whatever lists
 * name it.
 */
public final class Folds {
    private Folds() {}

    /** Fold of each paper, 0 to {@code count} - 1. */
    public static int[] of(List<LabelledPaper> papers, int count, long seed) {
        Map<String, List<Integer>> bySection = new TreeMap<>();
        for (int i = 0; i < papers.size(); i++) {
            bySection
                    .computeIfAbsent(papers.get(i).label(), label -> new ArrayList<>())
                    .add(i);
        }
        Shuffle shuffle = new Shuffle(seed);
        int[] folds = new int[papers.size()];
        int next = 0;
        for (List<Integer> members : bySection.values()) {
            int[] order = members.stream().mapToInt(Integer::intValue).toArray();
            shuffle.shuffle(order);
            for (int paper : order) {
                folds[paper] = next++ % count;
            }
        }
        return folds;
    }

    /** The papers in one fold, or those outside of it. */
    public static List<LabelledPaper> select(List<LabelledPaper> papers, int[] folds, int fold, boolean inside) {
        List<LabelledPaper> selected = new ArrayList<>();
        for (int i = 0; i < folds.length; i++) {
            if ((folds[i] == fold) == inside) {
                selected.add(papers.get(i));
            }
        }
        return selected;
    }
}
