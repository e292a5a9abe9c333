package org.courant.enrich.compare;

import org.courant.enrich.block.Overlap;

/**
 * Where the rules draw their lines. Likenesses are 0 to 1.
 *
 * @param sampled rare shingles that must have been sampled in both texts, so that chance is no evidence
 * @param shared rare shingles that the texts must have in common by estimate, so that a phrase is no evidence
 * @param containment share of the shorter text's rare shingles that must stand in the longer one
 * @param sameText share of either text that must stand in the other for the texts to be the same
 * @param sameTitle likeness of titles that are the same but for wording
 * @param title likeness of titles that is enough where somebody wrote both
 * @param titleOfSameAuthors likeness of titles that is enough where the authors are, for the most part, the same
 * @param subtitle share of the shorter title that must stand in the longer one where all authors are the same
 */
public record Thresholds(
        int sampled,
        int shared,
        double containment,
        double sameText,
        double sameTitle,
        double title,
        double titleOfSameAuthors,
        double subtitle) {
    /**
     * Those of titles were fixed on the training split of DBLP-ACM. Those of texts lie between what generated variants
     * of papers keep and the most that unrelated papers have in common; see {@code courant evaluate dedup}.
     */
    public static final Thresholds DEFAULT = new Thresholds(3, 12, 0.25, 0.8, 0.8, 0.65, 0.5, 0.8);

    /** Whether what two texts have in common is more than chance or a phrase. */
    boolean isEvidence(Overlap text) {
        return text.shared() >= sampled && text.sharedShingles() >= shared;
    }
}
