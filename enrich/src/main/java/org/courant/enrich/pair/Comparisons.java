package org.courant.enrich.pair;

import io.micrometer.core.instrument.Counter;
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
import org.courant.enrich.record.Profile;
import org.courant.enrich.record.Sketch;
import org.courant.enrich.store.StoreKey;

/**
 * Decides what a text is bound to, among the texts of one partition's blocks.
 *
 * @param compared counts the texts that are looked at: what blocking leaves of all pairs
 */
record Comparisons(
        PairRules rules,
        MatchLimits limits,
        KeyValueStore<StoreKey, Sketch> sketches,
        Blocks blocks,
        Counter compared) {
    /**
     * The bonds of a text: a function of its sketch and of those of the texts that it meets.
     *
     * @param partners texts that it has bonds with so far: one that has been forgotten since is in no block any more
     */
    Map<StoreKey, Bond> of(StoreKey text, Sketch sketch, Set<StoreKey> partners) {
        BlockEntry own = Blocks.entry(text, sketch);
        Set<StoreKey> met = new TreeSet<>(Bonds.BY_NAME);
        sketch.getKeys().forEach(key -> met.addAll(blocks.neighbours(key, own)));
        partners.stream().filter(partner -> metBefore(sketch, own, partner)).forEach(met::add);
        compared.increment(met.size());
        Map<StoreKey, Bond> bonds = new TreeMap<>(Bonds.BY_NAME);
        Profile profile = EncodedProfile.decode(sketch.getProfile());
        for (StoreKey other : met) {
            Sketch theirs = sketches.get(other);
            if (theirs != null && limits.admit(sketch, theirs)) {
                compare(profile, EncodedProfile.decode(theirs.getProfile())).ifPresent(bond -> bonds.put(other, bond));
            }
        }
        return bonds;
    }

    private boolean metBefore(Sketch sketch, BlockEntry own, StoreKey partner) {
        Sketch theirs = sketches.get(partner);
        return theirs != null
                && theirs.getKeys().stream()
                        .filter(sketch.getKeys()::contains)
                        .anyMatch(key -> !blocks.isCrowded(key, own.getPeriod())
                                && !blocks.isCrowded(key, MatchLimits.period(theirs)));
    }

    private Optional<Bond> compare(Profile left, Profile right) {
        Comparison comparison = rules.compare(left, right);
        if (comparison instanceof Comparison.Match match) {
            return Optional.of(new Bond(match.rule(), match.score(), false));
        } else if (comparison instanceof Comparison.Veto) {
            return rules.veto(left, right, false).map(rule -> new Bond(rule, 1.0, true));
        }
        return Optional.empty();
    }
}
