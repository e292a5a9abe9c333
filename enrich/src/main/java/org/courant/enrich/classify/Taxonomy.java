package org.courant.enrich.classify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sections of the digest in their order.
 *
 * @param sections in the order in which readers see them
 * @param leastEvidence weight of cues below which a document goes to {@link #OTHER}
 * @param leastConfidence score below which a document goes to {@link #OTHER}, 0 to 1
 * @param margin lead of the best section over the next below which a document goes to {@link #OTHER}, 0 to 1
 * @param fingerprint first eight hexadecimal digits of the SHA-256 of the file
 */
public record Taxonomy(
        List<SectionDefinition> sections,
        double leastEvidence,
        double leastConfidence,
        double margin,
        String fingerprint) {
    public static final String OTHER = "other";
    public static final String OTHER_TITLE = "Other";

    public Taxonomy {
        sections = List.copyOf(sections);
    }

    /**
     * One section.
     *
     * @param id short name, e.g. {@code training-methods}
     * @param title what readers see
     * @param scope what belongs here, in a sentence or two
     * @param elsewhere what one might look for here and where it is filed
     * @param cues words and phrases that speak for it, with their weights
     * @param categories categories and source kinds that speak for it, with their weights
     * @param prototypes short texts as they would stand in this section
     * @param needsCue whether it is chosen only where a cue or a category speaks for it
     */
    public record SectionDefinition(
            String id,
            String title,
            String scope,
            String elsewhere,
            Map<String, Double> cues,
            Map<String, Double> categories,
            List<String> prototypes,
            boolean needsCue) {
        public SectionDefinition {
            // In the order of the file: sums of weights must not depend on the order of a hash.
            cues = Collections.unmodifiableMap(new LinkedHashMap<>(cues));
            categories = Collections.unmodifiableMap(new LinkedHashMap<>(categories));
            prototypes = List.copyOf(prototypes);
        }
    }
}
