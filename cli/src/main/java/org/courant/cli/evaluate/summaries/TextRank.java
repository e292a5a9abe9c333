package org.courant.cli.evaluate.summaries;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The usual extractive baseline: R. Mihalcea and P. Tarau, "TextRank: Bringing Order into Texts", 2004, with the cosine
 * of tf-idf vectors of stems as the similarity of two sentences.
 */
final class TextRank {
    private static final double DAMPING = 0.85;
    private static final int ROUNDS = 50;

    private TextRank() {}

    /** The index of the sentence that ranks highest. */
    static int best(List<String> sentences) {
        double[][] weights = similarities(sentences);
        int size = weights.length;
        double[] sums = new double[size];
        for (int i = 0; i < size; i++) {
            sums[i] = Arrays.stream(weights[i]).sum();
        }
        double[] ranks = new double[size];
        Arrays.fill(ranks, 1.0 / size);
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = new double[size];
            Arrays.fill(next, (1 - DAMPING) / size);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    next[j] += sums[i] == 0 ? 0 : DAMPING * ranks[i] * weights[i][j] / sums[i];
                }
            }
            ranks = next;
        }
        int best = 0;
        for (int i = 1; i < size; i++) {
            best = ranks[i] > ranks[best] + 1e-12 ? i : best;
        }
        return best;
    }

    private static double[][] similarities(List<String> sentences) {
        List<List<String>> stems = sentences.stream().map(Rouge::stems).toList();
        Map<String, Integer> spread = new HashMap<>();
        stems.forEach(words -> words.stream().distinct().forEach(word -> spread.merge(word, 1, Integer::sum)));
        List<Map<String, Double>> vectors = stems.stream()
                .map(words -> vector(words, spread, sentences.size()))
                .toList();
        double[][] weights = new double[sentences.size()][sentences.size()];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < i; j++) {
                weights[i][j] = cosine(vectors.get(i), vectors.get(j));
                weights[j][i] = weights[i][j];
            }
        }
        return weights;
    }

    private static Map<String, Double> vector(List<String> words, Map<String, Integer> spread, int sentences) {
        Map<String, Double> vector = new TreeMap<>();
        for (String word : words) {
            double idf = StrictMath.log((1.0 + sentences) / spread.getOrDefault(word, 1));
            vector.merge(word, idf, Double::sum);
        }
        return vector;
    }

    private static double cosine(Map<String, Double> one, Map<String, Double> other) {
        double product = 0;
        for (Map.Entry<String, Double> word : one.entrySet()) {
            product += word.getValue() * other.getOrDefault(word.getKey(), 0.0);
        }
        return product == 0 ? 0 : product / Math.sqrt(square(one) * square(other));
    }

    private static double square(Map<String, Double> vector) {
        return vector.values().stream().mapToDouble(value -> value * value).sum();
    }
}
