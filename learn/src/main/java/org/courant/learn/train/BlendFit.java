package org.courant.learn.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.courant.enrich.classify.Evidence;
import org.courant.enrich.classify.model.LinearModel.Blend;

/**
 * Calibrates on papers that the linear model did not see: first how sharp the scores must be, then the stretch and
 * shift of the best score's log odds, each with the least log loss of "the section with the best score is right". Cues
 * and prototypes get no say beside a margin: with any weight that likelihood gave them, fewer papers of other folds
 * were filed right.
 */
final class BlendFit {
    private static final double[] SHARPNESS = grid(1, 25, 0.25);
    private static final double[] SLOPES = grid(0.3, 1.6, 0.05);
    private static final double[] OFFSETS = grid(-1.5, 1.5, 0.05);

    private final List<Evidence> evidence = new ArrayList<>();
    private final List<int[]> sections = new ArrayList<>();

    /** A paper with the indices of its sections. */
    void add(Evidence of, int[] filedUnder) {
        evidence.add(of);
        sections.add(filedUnder);
    }

    Blend best() {
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
        return best;
    }

    /** Log odds of the best score, and whether it was right. */
    private record Judged(double odds, boolean right) {}

    private List<Judged> judge(Blend blend) {
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < evidence.size(); i++) {
            double[] scores = evidence.get(i).scores(blend);
            int chosen = Evidence.best(scores);
            double score = Math.min(1 - 1e-6, scores[chosen]);
            boolean right = IntStream.of(sections.get(i)).anyMatch(section -> section == chosen);
            judged.add(new Judged(StrictMath.log(score) - StrictMath.log(1 - score), right));
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
