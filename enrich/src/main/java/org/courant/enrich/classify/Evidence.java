package org.courant.enrich.classify;

import org.courant.enrich.classify.model.LinearModel.Blend;

/**
 * Evidence for each section of a taxonomy, in its order.
 *
 * @param margins of the linear model; {@link #UNTRAINED} for a section that it does not know
 * @param cues of cue phrases and categories
 * @param cosines with the nearest prototype, -1 to 1; 0 without prototypes
 * @param trust what is added to the log odds of a section's score, since sections differ in how often they are right at
 *     the same margin; 0 for a section that the model does not know
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for arithmetic; nobody compares two of them
public record Evidence(double[] margins, double[] cues, double[] cosines, double[] trust) {
    private static final double LEAST = 1e-6;

    /** The margin of a plain "no": what a section gets that nobody has labelled anything for. */
    public static final double UNTRAINED = -1;

    /** Less than a plain "no": what a section gets that wants a cue and has none. */
    public static final double UNCONFIRMED = -1.5;

    /**
     * Scores of the sections: they add up to 1 at most. Where margins know a section, cues add as little as the blend
     * says; where they do not, cues and prototypes are all there is.
     */
    public double[] scores(Blend blend) {
        double[] logits = new double[margins.length];
        for (int i = 0; i < logits.length; i++) {
            Blend say = margins[i] == UNTRAINED && blend.margin() > 0 ? Blend.BESIDE_TRAINED : blend;
            logits[i] = blend.margin() * margins[i] + say.cue() * cues[i] + say.prototype() * cosines[i];
        }
        return calibrated(Decision.softmax(logits), blend);
    }

    /**
     * Moves the best score to the share of right decisions. The others share what remains as before, but none of them
     * overtakes: what is unsure of one section is not sure of the next.
     */
    private double[] calibrated(double[] scores, Blend blend) {
        int best = best(scores);
        double stated = Math.min(1 - LEAST, Math.max(LEAST, scores[best]));
        double odds =
                blend.slope() * (StrictMath.log(stated) - StrictMath.log(1 - stated)) + blend.offset() + trust[best];
        double calibrated = 1 / (1 + StrictMath.exp(-odds));
        for (int i = 0; i < scores.length; i++) {
            scores[i] = i == best ? calibrated : Math.min(calibrated, scores[i] * (1 - calibrated) / (1 - stated));
        }
        return scores;
    }

    /** Index of the highest score, the first of equals. */
    public static int best(double[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                best = i;
            }
        }
        return best;
    }
}
