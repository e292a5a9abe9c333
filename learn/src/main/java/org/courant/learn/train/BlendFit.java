package org.courant.learn.train;

import java.util.ArrayList;
import java.util.List;
import org.courant.enrich.classify.Evidence;
import org.courant.enrich.classify.model.LinearModel.Blend;

/**
 * Finds how sharp the scores must be for the best one to be the share of right decisions: the weight of the margins
 * with the least log loss of "the section with the best score is right". Cues and prototypes get no say beside a
 * margin: with any weight that likelihood gave them, fewer papers of other folds were filed right.
 */
final class BlendFit {
    private static final double FIRST = 1;
    private static final double LAST = 40;
    private static final double STEP = 1.03;

    private final List<Evidence> evidence = new ArrayList<>();
    private final List<int[]> sections = new ArrayList<>();

    /** A paper with the indices of its sections. */
    void add(Evidence of, int[] filedUnder) {
        evidence.add(of);
        sections.add(filedUnder);
    }

    Blend best() {
        Blend best = new Blend(FIRST, 0, 0);
        double least = Double.POSITIVE_INFINITY;
        for (double margin = FIRST; margin < LAST; margin *= STEP) {
            Blend tried = new Blend(margin, 0, 0);
            double loss = loss(tried);
            if (loss < least) {
                best = tried;
                least = loss;
            }
        }
        return best;
    }

    private double loss(Blend blend) {
        double loss = 0;
        for (int i = 0; i < evidence.size(); i++) {
            double[] scores = evidence.get(i).scores(blend);
            int chosen = Evidence.best(scores);
            boolean right = false;
            for (int section : sections.get(i)) {
                right |= section == chosen;
            }
            loss -= StrictMath.log(1e-6 + (right ? scores[chosen] : 1 - scores[chosen]));
        }
        return loss;
    }
}
