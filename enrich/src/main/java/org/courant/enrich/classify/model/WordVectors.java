package org.courant.enrich.classify.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sentence encoder distilled into a table: every word and pair of words of a corpus with the encoder's vector of it.
 * The vector of a text is the sum over its words weighted by inverse document frequency, less the centre of all texts.
 * Table and sum are exact integers and IEEE doubles, so a text has the same vector on every machine, which an encoder's
 * native kernels do not promise.
 */
public final class WordVectors {
    private final Map<String, Integer> rows;
    private final byte[][] vectors;
    private final double[] weights;
    private final double[] centre;

    /**
     * A text in the space of the table.
     *
     * @param vector of length one, or all zeros where nothing is known
     * @param knownShare share of the words that the table has, 0 to 1
     */
    @SuppressWarnings("ArrayRecordComponent") // numbers for arithmetic; nobody compares two of them
    public record Embedding(double[] vector, double knownShare) {
        /** Cosine of the angle between two texts; 0 where one has no known word. */
        public double cosine(Embedding other) {
            double sum = 0;
            for (int i = 0; i < vector.length; i++) {
                sum += vector[i] * other.vector[i];
            }
            return sum;
        }
    }

    /**
     * A table.
     *
     * @param words folded words, and pairs of them with one space between
     * @param vectors of one length, beside them
     * @param weights inverse document frequencies beside them
     * @param centre mean of the vectors of texts, each of length one
     */
    public WordVectors(List<String> words, byte[][] vectors, double[] weights, double[] centre) {
        this.rows = new HashMap<>(2 * words.size());
        for (int i = 0; i < words.size(); i++) {
            rows.put(words.get(i), i);
        }
        this.vectors = vectors.clone();
        this.weights = weights.clone();
        this.centre = centre.clone();
    }

    public int dimensions() {
        return centre.length;
    }

    /** The vector of a text, given by its words. */
    public Embedding embed(List<String> allWords) {
        List<String> words = allWords.subList(0, Math.min(NgramCounts.MOST_WORDS, allWords.size()));
        // Sorted runs of rows count the words without a map whose order could leak into the sum.
        int[] found = new int[2 * words.size()];
        int size = 0;
        int known = 0;
        for (int i = 0; i < words.size(); i++) {
            @Nullable Integer row = rows.get(words.get(i));
            if (row != null) {
                known++;
                found[size++] = row;
                @Nullable Integer pair = i + 1 < words.size() ? rows.get(words.get(i) + " " + words.get(i + 1)) : null;
                if (pair != null) {
                    found[size++] = pair;
                }
            }
        }
        Arrays.sort(found, 0, size);
        double[] sum = sum(found, size);
        if (!normalise(sum)) {
            return new Embedding(sum, 0);
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] -= centre[i];
        }
        normalise(sum);
        return new Embedding(sum, (double) known / words.size());
    }

    private double[] sum(int[] found, int size) {
        double[] sum = new double[centre.length];
        for (int start = 0, end; start < size; start = end) {
            end = start + 1;
            while (end < size && found[end] == found[start]) {
                end++;
            }
            int row = found[start];
            double weight = weights[row] * (1 + StrictMath.log(end - start));
            byte[] vector = vectors[row];
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weight * vector[i];
            }
        }
        return sum;
    }

    private static boolean normalise(double[] vector) {
        double squares = 0;
        for (double value : vector) {
            squares += value * value;
        }
        if (squares == 0) {
            return false;
        }
        double norm = Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= norm;
        }
        return true;
    }
}
