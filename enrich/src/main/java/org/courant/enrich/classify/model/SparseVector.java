package org.courant.enrich.classify.model;

/**
 * A vector of which most values are zero.
 *
 * @param indices ascending
 * @param values beside them
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for arithmetic; nobody compares two of them
public record SparseVector(int[] indices, float[] values) {
    /** Product with a dense vector, summed in the order of the indices. */
    public double dot(double[] dense) {
        double sum = 0;
        for (int i = 0; i < indices.length; i++) {
            sum += values[i] * dense[indices[i]];
        }
        return sum;
    }

    /** Sum of the squares. */
    public double squaredNorm() {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum;
    }
}
