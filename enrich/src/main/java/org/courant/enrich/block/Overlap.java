package org.courant.enrich.block;

/**
 * What two samples of rare shingles have in common, and the estimates that follow for the texts.
 *
 * @param left hashes in one sample
 * @param right hashes in the other
 * @param shared hashes in both
 * @param level one in 2^level shingles was sampled
 */
public record Overlap(int left, int right, int shared, int level) {
    /** How many rare shingles the texts have in common. */
    public long sharedShingles() {
        return (long) shared << level;
    }

    /** Share of the left text that stands in the right one, 0 to 1; 0 where nothing was sampled. */
    public double containment() {
        return ratio(shared, left);
    }

    /** Share of the right text that stands in the left one, 0 to 1. */
    public double reverseContainment() {
        return ratio(shared, right);
    }

    /** Jaccard's index, 0 to 1. */
    public double jaccard() {
        return ratio(shared, left + right - shared);
    }

    /** Share of the shorter text that stands in the longer one. */
    public double larger() {
        return Math.max(containment(), reverseContainment());
    }

    /** Share of the longer text that stands in the shorter one. */
    public double smaller() {
        return Math.min(containment(), reverseContainment());
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
