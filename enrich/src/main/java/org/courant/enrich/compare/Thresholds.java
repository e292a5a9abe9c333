package org.courant.enrich.compare;

/**
 * Where the rules draw their lines.
 *
 * @param containment share of the shorter text's rare shingles that must stand in the longer one
 * @param shared rare shingles that must have been sampled in both, so that a few chance ones are no evidence
 * @param sameText share of either text that must stand in the other for it to outweigh what speaks against it
 * @param title Jaccard's index of the words of two papers' titles
 * @param authors share of the shorter list of authors that must stand in the longer one
 * @param years years that two papers of the same title may be apart
 */
public record Thresholds(double containment, int shared, double sameText, double title, double authors, int years) {
    /** Fixed on DBLP-ACM's training split and on generated variants of half of the daily lists' papers. */
    public static final Thresholds DEFAULT = new Thresholds(0.3, 4, 0.8, 0.6, 0.3, 1);
}
