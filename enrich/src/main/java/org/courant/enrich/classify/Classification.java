package org.courant.enrich.classify;

import java.util.List;

/**
 * The section of a story and how sure the classifier is.
 *
 * @param sectionId id of the section, {@code other} where nothing was sure enough
 * @param sectionTitle its title
 * @param confidence score of the section, 0 to 1, four decimals
 * @param scores scores of all sections of the taxonomy, highest first; they add up to 1 but for rounding
 * @param reasons words, cues and categories that spoke for the section, the strongest first, at most five
 */
public record Classification(
        String sectionId, String sectionTitle, double confidence, List<Score> scores, List<String> reasons) {
    public Classification {
        scores = List.copyOf(scores);
        reasons = List.copyOf(reasons);
    }

    /** The score of one section. */
    public record Score(String sectionId, double score) {}
}
