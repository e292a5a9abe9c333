package org.courant.learn.train;

import java.util.ArrayList;
import java.util.List;
import org.courant.enrich.classify.Evidence;
import org.courant.enrich.classify.model.LinearModel.Blend;

/**
 * Fits the weights of the blend by maximum likelihood: the score of a paper's sections together should be as high as
 * the evidence allows. Coordinate search on a grid that narrows; three numbers need no more.
 */
final class BlendFit {
    private static final double[] FACTORS = {2, 1.4, 1.15, 1.05};
    private static final int MOST_ROUNDS = 60;

    private final List<Evidence> evidence = new ArrayList<>();
    private final List<int[]> sections = new ArrayList<>();

    /** A paper with the indices of its sections. */
    void add(Evidence of, int[] filedUnder) {
        if (filedUnder.length > 0) {
            evidence.add(of);
            sections.add(filedUnder);
        }
    }

    Blend best() {
        double[] best = {4, 0.2, 2};
        double loss = loss(best);
        for (double factor : FACTORS) {
            boolean better = true;
            for (int round = 0; better && round < MOST_ROUNDS; round++) {
                better = false;
                for (int i = 0; i < best.length; i++) {
                    for (double step : new double[] {factor, 1 / factor}) {
                        double[] tried = best.clone();
                        tried[i] *= step;
                        double other = loss(tried);
                        if (other < loss - 1e-9) {
                            best = tried;
                            loss = other;
                            better = true;
                        }
                    }
                }
            }
        }
        return blend(best);
    }

    private static Blend blend(double[] weights) {
        return new Blend(weights[0], weights[1], weights[2]);
    }

    private double loss(double[] weights) {
        Blend blend = blend(weights);
        double loss = 0;
        for (int i = 0; i < evidence.size(); i++) {
            double[] scores = evidence.get(i).scores(blend);
            double right = 1e-12;
            for (int section : sections.get(i)) {
                right += scores[section];
            }
            loss -= StrictMath.log(right);
        }
        return loss;
    }
}
