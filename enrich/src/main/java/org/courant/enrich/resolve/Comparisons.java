package org.courant.enrich.resolve;

import io.micrometer.core.instrument.Counter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.courant.enrich.compare.Comparison;
import org.courant.enrich.compare.PairRules;
import org.courant.enrich.record.PairDecision;
import org.courant.enrich.record.Profile;

/**
 * Decides the candidate pairs of a text.
 *
 * @param compared counts the texts that are looked at: what blocking leaves of all pairs
 */
record Comparisons(PairRules rules, MatchLimits limits, Texts texts, BlockIndex index, Counter compared) {
    /**
     * The decisions on a text: a function of it and of those that it meets.
     *
     * @param partners texts that it has decisions with so far: one that has been forgotten since is not in the index
     */
    Map<TextName, PairDecision> of(ComparedText text, Set<TextName> partners) {
        BlockIndex.Indexed own = text.indexed();
        Set<TextName> met = index.candidates(own);
        compared.increment(met.size());
        Map<TextName, PairDecision> decisions = new TreeMap<>();
        for (TextName name : met) {
            texts.find(name).flatMap(other -> decide(text, other)).ifPresent(pair -> decisions.put(name, pair));
        }
        for (TextName name : partners) {
            if (!met.contains(name)) {
                texts.find(name)
                        .filter(other -> stillMeets(own, other.indexed()))
                        .flatMap(other -> decide(text, other))
                        .ifPresent(pair -> decisions.put(name, pair));
            }
        }
        return decisions;
    }

    private Optional<PairDecision> decide(ComparedText text, ComparedText other) {
        return limits.admit(text.spans(), other.spans()) ? compare(text.profile(), other.profile()) : Optional.empty();
    }

    private boolean stillMeets(BlockIndex.Indexed text, BlockIndex.Indexed other) {
        int period = text.entry().period();
        int otherPeriod = other.entry().period();
        return text.keys()
                .filter(other::has)
                .anyMatch(key -> !index.isPurged(key, period) && !index.isPurged(key, otherPeriod));
    }

    private Optional<PairDecision> compare(Profile left, Profile right) {
        Comparison comparison = rules.compare(left, right);
        if (comparison instanceof Comparison.Match match) {
            return Optional.of(new PairDecision(match.rule(), match.score(), false));
        } else if (comparison instanceof Comparison.Veto) {
            return rules.veto(left, right, false).map(rule -> new PairDecision(rule, 1.0, true));
        }
        return Optional.empty();
    }
}
