package org.courant.enrich.compare;

/** What came of comparing two works. */
public sealed interface Comparison {
    /**
     * They are the same work.
     *
     * @param rule name of the rule in {@link org.courant.enrich.item.Rule}
     * @param score how sure the rule is, 0 to 1
     */
    record Match(String rule, double score) implements Comparison {}

    /**
     * Nothing says that they are the same.
     *
     * @param score the likeness that was too small, 0 to 1
     */
    record Different(double score) implements Comparison {}

    /**
     * They look alike and are no match all the same.
     *
     * @param rule name of the rule in {@link org.courant.enrich.item.Rule}
     */
    record Veto(String rule) implements Comparison {}
}
