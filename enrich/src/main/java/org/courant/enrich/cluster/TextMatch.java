package org.courant.enrich.cluster;

import java.util.Comparator;
import org.courant.enrich.record.PairDecision;

/**
 * What a comparison says of two works, each with the component that shared identities have put it into.
 *
 * @param left identity of one work
 * @param leftComponent label of its component
 * @param right identity of the other
 * @param rightComponent label of its component
 * @param decision match or cannot-link
 */
record TextMatch(String left, String leftComponent, String right, String rightComponent, PairDecision decision) {
    /** The surest first; a total order of the pairs, so that nothing depends on how they were found. */
    static final Comparator<TextMatch> SUREST_FIRST = Comparator.<TextMatch>comparingDouble(
                    match -> -match.decision().getScore())
            .thenComparing(TextMatch::smaller)
            .thenComparing(TextMatch::greater)
            .thenComparing(match -> match.decision().getRule());

    boolean apart() {
        return decision.getApart();
    }

    private String smaller() {
        return left.compareTo(right) < 0 ? left : right;
    }

    private String greater() {
        return left.compareTo(right) < 0 ? right : left;
    }
}
