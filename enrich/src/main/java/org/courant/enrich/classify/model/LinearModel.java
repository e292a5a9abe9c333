package org.courant.enrich.classify.model;

import java.util.List;

/**
 * A linear model, one section against the rest, with weights in 8 bits.
 *
 * @param description what people should know of it: version, data, scores; empty for a model that is only measured
 * @param sections ids of the sections that it knows
 * @param space its features
 * @param weights of the n-grams in steps: for each bucket those of all sections, so that a text reads one place in
 *     memory for each of its thousands of n-grams
 * @param steps size of a step, by section
 * @param vectorWeights weights of the text's vector, by section and dimension
 * @param biases by section
 * @param trust what is added to the log odds of a section's score, by section: how much oftener or rarer than others it
 *     is right
 * @param blend how its margins join with the other evidence
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for arithmetic; nobody compares two of them
public record LinearModel(
        List<String> description,
        List<String> sections,
        FeatureSpace space,
        byte[] weights,
        double[] steps,
        float[][] vectorWeights,
        double[] biases,
        double[] trust,
        Blend blend) {
    /** Knows no section: prototypes and cues decide alone. */
    public static final LinearModel UNTRAINED = new LinearModel(
            List.of(),
            List.of(),
            new FeatureSpace(new double[NgramCounts.BUCKETS]),
            new byte[0],
            new double[0],
            new float[0][],
            new double[0],
            new double[0],
            Blend.UNTRAINED);

    public LinearModel {
        description = List.copyOf(description);
        sections = List.copyOf(sections);
    }

    /**
     * How evidence of three kinds becomes one: a section's logit is the weighted sum, a softmax over the sections gives
     * the scores, and the log odds of the best score are stretched and shifted so that it is the share of right
     * decisions (Platt 1999).
     *
     * @param margin weight of the linear model's margin
     * @param cue weight of the cues' evidence
     * @param prototype weight of the cosine with the nearest prototype
     * @param slope by which the log odds of the best score are multiplied
     * @param offset added to them then
     */
    public record Blend(double margin, double cue, double prototype, double slope, double offset) {
        /** Where no section has been trained. */
        public static final Blend UNTRAINED = ofCues(0.8, 6);

        /**
         * For a section that has not been trained beside others that have: it must be plain to prevail over a margin.
         */
        public static final Blend BESIDE_TRAINED = ofCues(0.4, 3);

        /** Cues and prototypes only, not calibrated. */
        public static Blend ofCues(double cue, double prototype) {
            return new Blend(0, cue, prototype, 1, 0);
        }

        /** Margins only, not calibrated. */
        public static Blend ofMargins(double margin) {
            return new Blend(margin, 0, 0, 1, 0);
        }
    }

    /** The same with other words about it. */
    public LinearModel described(List<String> words) {
        return new LinearModel(words, sections, space, weights, steps, vectorWeights, biases, trust, blend);
    }

    /** The same with another blend. */
    public LinearModel blended(Blend other) {
        return calibrated(other, trust);
    }

    /** The same with another blend and other trust. */
    public LinearModel calibrated(Blend other, double[] otherTrust) {
        return new LinearModel(description, sections, space, weights, steps, vectorWeights, biases, otherTrust, other);
    }

    /** Margins by section: above 0 speaks for it, below 0 against it. */
    public double[] margins(SparseVector features) {
        int[] indices = features.indices();
        float[] values = features.values();
        double[] ofNgrams = new double[sections.size()];
        int next = 0;
        for (; next < indices.length && indices[next] < NgramCounts.BUCKETS; next++) {
            float value = values[next];
            int row = indices[next] * ofNgrams.length;
            for (int section = 0; section < ofNgrams.length; section++) {
                ofNgrams[section] += value * weights[row + section];
            }
        }
        double[] margins = new double[ofNgrams.length];
        for (int section = 0; section < margins.length; section++) {
            double ofVector = 0;
            for (int i = next; i < indices.length; i++) {
                ofVector += values[i] * vectorWeights[section][indices[i] - NgramCounts.BUCKETS];
            }
            margins[section] = ofNgrams[section] * steps[section] + ofVector + biases[section];
        }
        return margins;
    }

    /** Weight of one bucket for a section. */
    public double weight(int section, int bucket) {
        return weights[bucket * sections.size() + section] * steps[section];
    }
}
