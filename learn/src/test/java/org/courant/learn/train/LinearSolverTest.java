package org.courant.learn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.courant.enrich.classify.model.SparseVector;
import org.junit.jupiter.api.Test;

class LinearSolverTest {
    private static final List<SparseVector> ROWS = List.of(row(2), row(1), row(-1), row(-3));
    private static final boolean[] POSITIVE = {true, true, false, false};

    @Test
    void theGradientOfThePrimalVanishesAtTheSolution() {
        double cost = 0.7;
        double[] weights =
                new LinearSolver(1e-10, 10_000).solve(ROWS, 1, POSITIVE, new double[] {cost, cost, cost, cost});

        double gradient = weights[0];
        double ofBias = weights[1];
        for (int i = 0; i < POSITIVE.length; i++) {
            double sign = POSITIVE[i] ? 1 : -1;
            double x = ROWS.get(i).values()[0];
            double hinge = Math.max(0, 1 - sign * (weights[0] * x + weights[1]));
            gradient -= 2 * cost * sign * hinge * x;
            ofBias -= 2 * cost * sign * hinge;
        }
        assertThat(gradient).isEqualTo(0, within(1e-6));
        assertThat(ofBias).isEqualTo(0, within(1e-6));
    }

    @Test
    void theSameRowsGiveTheSameWeights() {
        double[] costs = {1, 1, 1, 1};

        assertThat(LinearSolver.FAST.solve(ROWS, 1, POSITIVE, costs))
                .isEqualTo(LinearSolver.FAST.solve(ROWS, 1, POSITIVE, costs));
    }

    private static SparseVector row(float value) {
        return new SparseVector(new int[] {0}, new float[] {value});
    }
}
