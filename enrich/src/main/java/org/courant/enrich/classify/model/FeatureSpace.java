package org.courant.enrich.classify.model;

import java.util.Arrays;

/**
 * What the linear model multiplies its weights with: n-grams weighted by inverse document frequency, those of words and
 * those of characters each brought to length one, then the text's vector. The blocks have equal say, whatever their
 * sizes.
 *
 * @param inverseFrequencies of each bucket, 0 for one that is not used
 */
@SuppressWarnings("ArrayRecordComponent") // numbers for arithmetic; nobody compares two of them
public record FeatureSpace(double[] inverseFrequencies) {
    /** Say of the text's vector beside that of a block of n-grams. */
    static final double VECTOR_SHARE = 0.5;

    /** Number of features of a table of so many dimensions. */
    public static int size(int dimensions) {
        return NgramCounts.BUCKETS + dimensions;
    }

    /** The features of a document. */
    public SparseVector features(NgramCounts ngrams, double[] vector) {
        int[] indices = new int[ngrams.buckets().length + vector.length];
        float[] values = new float[indices.length];
        int size = 0;
        int start = 0;
        double squares = 0;
        for (int i = 0; i < ngrams.buckets().length; i++) {
            int bucket = ngrams.buckets()[i];
            if (start == 0 && bucket >= NgramCounts.WORD_BUCKETS) {
                normalise(values, 0, size, squares);
                start = size;
                squares = 0;
            }
            if (inverseFrequencies[bucket] > 0) {
                double value = (1 + StrictMath.log(ngrams.counts()[i])) * inverseFrequencies[bucket];
                squares += value * value;
                indices[size] = bucket;
                values[size++] = (float) value;
            }
        }
        normalise(values, start, size, squares);
        for (int i = 0; i < vector.length; i++) {
            indices[size] = NgramCounts.BUCKETS + i;
            values[size++] = (float) (VECTOR_SHARE * vector[i]);
        }
        return new SparseVector(Arrays.copyOf(indices, size), Arrays.copyOf(values, size));
    }

    private static void normalise(float[] values, int from, int to, double squares) {
        if (squares > 0) {
            float scale = (float) (1 / Math.sqrt(squares));
            for (int i = from; i < to; i++) {
                values[i] *= scale;
            }
        }
    }
}
