package org.courant.learn.train;

import java.util.List;
import org.courant.enrich.classify.model.SparseVector;

/**
 * A linear support vector machine with squared hinge loss, by dual coordinate descent (Hsieh et al. 2008, "A dual
 * coordinate descent method for large-scale linear SVM"; solver 1 of LIBLINEAR). Only sums, products and quotients of
 * IEEE doubles in a fixed order, so the same rows give the same weights on every machine.
 *
 * @param tolerance spread of the projected gradient below which it ends
 * @param mostPasses passes over the rows after which it ends anyway
 */
public record LinearSolver(double tolerance, int mostPasses) {
    /** What scikit-learn's LinearSVC does by default. */
    public static final LinearSolver EXACT = new LinearSolver(1e-4, 1000);

    /** Good to the third decimal of a margin. */
    public static final LinearSolver FAST = new LinearSolver(0.05, 100);

    /**
     * Weights, and the bias behind them.
     *
     * @param rows features
     * @param size number of features
     * @param positive which rows are of the class
     * @param costs what an error on each row costs, above 0
     */
    public double[] solve(List<SparseVector> rows, int size, boolean[] positive, double[] costs) {
        int count = rows.size();
        double[] weights = new double[size + 1];
        double[] alphas = new double[count];
        double[] diagonal = new double[count];
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            diagonal[i] = rows.get(i).squaredNorm() + 1 + 0.5 / costs[i];
            order[i] = i;
        }
        Shuffle shuffle = new Shuffle(1);
        for (int pass = 0; pass < mostPasses; pass++) {
            shuffle.shuffle(order);
            double highest = Double.NEGATIVE_INFINITY;
            double lowest = Double.POSITIVE_INFINITY;
            for (int i : order) {
                SparseVector row = rows.get(i);
                double sign = positive[i] ? 1 : -1;
                double gradient = sign * (row.dot(weights) + weights[size]) - 1 + alphas[i] * 0.5 / costs[i];
                double projected = alphas[i] == 0 ? Math.min(gradient, 0) : gradient;
                highest = Math.max(highest, projected);
                lowest = Math.min(lowest, projected);
                if (Math.abs(projected) > 1e-12) {
                    double before = alphas[i];
                    alphas[i] = Math.max(before - gradient / diagonal[i], 0);
                    add(row, sign * (alphas[i] - before), weights);
                }
            }
            if (highest - lowest < tolerance) {
                break;
            }
        }
        return weights;
    }

    private static void add(SparseVector row, double factor, double[] weights) {
        for (int i = 0; i < row.indices().length; i++) {
            weights[row.indices()[i]] += factor * row.values()[i];
        }
        weights[weights.length - 1] += factor;
    }

    /**
     * Costs such that a rare class counts as much as one of average size; what is not of the class keeps its cost.
     *
     * @param cost of an error on a row of a class of average size
     * @param positive which rows are of the class
     * @param importance of each row, 1 for an ordinary one
     * @param classes number of classes
     */
    static double[] balanced(double cost, boolean[] positive, double[] importance, int classes) {
        double ofClass = 0;
        double all = 0;
        for (int i = 0; i < positive.length; i++) {
            ofClass += positive[i] ? importance[i] : 0;
            all += importance[i];
        }
        double[] costs = new double[positive.length];
        for (int i = 0; i < costs.length; i++) {
            costs[i] = cost * importance[i] * (positive[i] ? all / (classes * ofClass) : 1);
        }
        return costs;
    }
}
