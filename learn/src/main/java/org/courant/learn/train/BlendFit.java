package org.courant.learn.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.courant.enrich.classify.Evidence;
import org.courant.enrich.classify.model.LinearModel.Blend;

/**
 * Calibrates on papers that the linear model did not see: first how sharp the scores must be, then the stretch and
 * shift of the best score's log odds, then how much more or less each section is to be trusted at the same score, each
 * with the least log loss of "the section with the best score is right". Cues and prototypes get no say beside a
 * margin: with any weight that likelihood gave them, fewer papers of other folds were filed right.
 */
final class BlendFit {
    private static final double[] SHARPNESS = grid(1, 25, 0.25);
    private static final double[] SLOPES = grid(0.3, 1.6, 0.05);
    private static final double[] OFFSETS = grid(-1.5, 1.5, 0.05);

    /** Trust is kept near 0, as if so much had been seen that says so: few papers of a section say little. */
    private static final double RIDGE = 1;

    private static final int STEPS = 20;

    private final List<Evidence> evidence = new ArrayList<>();
    private final List<int[]> sections = new ArrayList<>();

    /** A paper with the indices of its sections. */
    void add(Evidence of, int[] filedUnder) {
        evidence.add(of);
        sections.add(filedUnder);
    }

    /**
     * What fits best.
     *
     * @param trust by section of the taxonomy
     */
    @SuppressWarnings("ArrayRecordComponent") // numbers for arithmetic; nobody compares two of them
    record Fitted(Blend blend, double[] trust) {}

    Fitted best() {
        Blend best = Blend.ofMargins(SHARPNESS[0]);
        double least = Double.POSITIVE_INFINITY;
        for (double margin : SHARPNESS) {
            double loss = loss(judge(Blend.ofMargins(margin)), 1, 0);
            if (loss < least) {
                best = Blend.ofMargins(margin);
                least = loss;
            }
        }
        List<Judged> judged = judge(best);
        double sharpness = best.margin();
        for (double slope : SLOPES) {
            for (double offset : OFFSETS) {
                double loss = loss(judged, slope, offset);
                if (loss < least) {
                    best = new Blend(sharpness, 0, 0, slope, offset);
                    least = loss;
                }
            }
        }
        return new Fitted(best, trust(judged, best));
    }

    /** By Newton's method, section by section: given the blend, one section's trust says nothing about another's. */
    private double[] trust(List<Judged> judged, Blend blend) {
        double[] trust = new double[evidence.isEmpty() ? 0 : evidence.get(0).margins().length];
        for (int step = 0; step < STEPS; step++) {
            double[] slope = new double[trust.length];
            double[] curve = new double[trust.length];
            for (Judged one : judged) {
                double odds = blend.slope() * one.odds() + blend.offset() + trust[one.chosen()];
                double right = 1 / (1 + StrictMath.exp(-odds));
                slope[one.chosen()] += right - (one.right() ? 1 : 0);
                curve[one.chosen()] += right * (1 - right);
            }
            for (int section = 0; section < trust.length; section++) {
                trust[section] -= (slope[section] + RIDGE * trust[section]) / (curve[section] + RIDGE);
            }
        }
        return trust;
    }

    /** The section with the best score, the log odds of that, and whether it was right. */
    private record Judged(int chosen, double odds, boolean right) {}

    private List<Judged> judge(Blend blend) {
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < evidence.size(); i++) {
            double[] scores = evidence.get(i).scores(blend);
            int chosen = Evidence.best(scores);
            double score = Math.min(1 - 1e-6, scores[chosen]);
            boolean right = IntStream.of(sections.get(i)).anyMatch(section -> section == chosen);
            judged.add(new Judged(chosen, StrictMath.log(score) - StrictMath.log(1 - score), right));
        }
        return judged;
    }

    private static double loss(List<Judged> judged, double slope, double offset) {
        double loss = 0;
        for (Judged one : judged) {
            double odds = slope * one.odds() + offset;
            loss += StrictMath.log(1 + StrictMath.exp(one.right() ? -odds : odds));
        }
        return loss;
    }

    private static double[] grid(double first, double last, double step) {
        return IntStream.rangeClosed(0, (int) Math.round((last - first) / step))
                .mapToDouble(i -> first + i * step)
                .toArray();
    }
}
