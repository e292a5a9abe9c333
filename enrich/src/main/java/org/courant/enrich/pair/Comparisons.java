package org.courant.enrich.pair;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.compare.Comparison;
import org.courant.enrich.compare.PairRules;
import org.courant.enrich.record.BlockEntry;
import org.courant.enrich.record.Bond;
import org.courant.enrich.record.Sketch;

/** Decides what a work is bound to, among the works of one partition's blocks. */
record Comparisons(PairRules rules, MatchLimits limits, KeyValueStore<String, Sketch> sketches, Blocks blocks) {
    /**
     * The bonds of a work: a function of its sketch and of those of the works that it meets.
     *
     * @param partners works that it has bonds with so far: one that has been forgotten since is in no block any more
     */
    Map<String, Bond> of(String work, Sketch sketch, Set<String> partners) {
        BlockEntry own = new BlockEntry(MatchLimits.period(sketch), work);
        Set<String> met = new TreeSet<>();
        sketch.getKeys().forEach(key -> met.addAll(blocks.neighbours(key, own)));
        partners.stream().filter(partner -> metBefore(sketch, own, partner)).forEach(met::add);
        Map<String, Bond> bonds = new TreeMap<>();
        for (String other : met) {
            Sketch theirs = sketches.get(other);
            if (theirs != null && limits.admits(sketch, theirs)) {
                compare(sketch, theirs).ifPresent(bond -> bonds.put(other, bond));
            }
        }
        return bonds;
    }

    private boolean metBefore(Sketch sketch, BlockEntry own, String partner) {
        Sketch theirs = sketches.get(partner);
        return theirs != null
                && theirs.getKeys().stream()
                        .filter(sketch.getKeys()::contains)
                        .anyMatch(key -> !blocks.isCrowded(key, own.getPeriod())
                                && !blocks.isCrowded(key, MatchLimits.period(theirs)));
    }

    private Optional<Bond> compare(Sketch left, Sketch right) {
        Comparison comparison = rules.compare(left.getProfile(), right.getProfile());
        if (comparison instanceof Comparison.Match match) {
            return Optional.of(new Bond(match.rule(), match.score(), false));
        } else if (comparison instanceof Comparison.Veto veto) {
            return Optional.of(new Bond(veto.rule(), 1.0, true));
        }
        return Optional.empty();
    }
}
