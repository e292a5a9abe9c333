package org.courant.cli.evaluate.dedup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.courant.enrich.block.BlockKeys;
import org.courant.enrich.compare.Comparison;
import org.courant.enrich.compare.PairRules;
import org.courant.enrich.compare.Thresholds;
import org.courant.enrich.record.Profile;

/** Works in memory, found again by block keys, as the topology does it with a store. */
final class Catalogue {
    private final PairRules rules = new PairRules(Thresholds.DEFAULT);
    private final List<Profile> works = new ArrayList<>();
    private final Map<Long, List<Integer>> blocks = new HashMap<>();

    /**
     * A work that shares a block with the one asked for.
     *
     * @param position which work of the catalogue, in the order of addition
     * @param comparison what came of comparing them
     */
    record Compared(int position, Comparison comparison) {
        boolean matches() {
            return comparison instanceof Comparison.Match;
        }
    }

    void add(Profile work) {
        for (long key : BlockKeys.of(work)) {
            blocks.computeIfAbsent(key, unseen -> new ArrayList<>(1)).add(works.size());
        }
        works.add(work);
    }

    /** Works in the largest block. */
    int largestBlock() {
        return blocks.values().stream().mapToInt(List::size).max().orElse(0);
    }

    /** Compares a work with all that share a block with it, in the order of their addition. */
    List<Compared> compare(Profile work) {
        TreeSet<Integer> candidates = new TreeSet<>();
        for (long key : BlockKeys.of(work)) {
            candidates.addAll(blocks.getOrDefault(key, List.of()));
        }
        return candidates.stream()
                .map(position -> new Compared(position, rules.compare(work, works.get(position))))
                .toList();
    }
}
