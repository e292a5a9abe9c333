package org.courant.encoder;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Principal components by the Jacobi method on the covariance: slow, simple, and without any library. */
final class PrincipalComponents {
    private static final int SWEEPS = 12;

    private PrincipalComponents() {}

    /** The vectors less their mean, in the directions of the most variance. */
    static double[][] project(List<float[]> vectors, int dimensions) {
        int size = vectors.get(0).length;
        double[] mean = new double[size];
        vectors.forEach(vector ->
                IntStream.range(0, size).forEach(i -> mean[i] += vector[i] / (double) vectors.size()));
        double[][] covariance = new double[size][size];
        for (float[] vector : vectors) {
            for (int i = 0; i < size; i++) {
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += (vector[i] - mean[i]) * (vector[j] - mean[j]);
                }
            }
        }
        IntStream.range(0, size).forEach(i -> IntStream.range(0, i).forEach(j -> covariance[j][i] = covariance[i][j]));
        double[][] directions = eigenvectors(covariance);
        int[] strongest = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -covariance[i][i]))
                .limit(dimensions)
                .mapToInt(Integer::intValue)
                .toArray();
        return vectors.stream()
                .map(vector -> IntStream.of(strongest)
                        .mapToDouble(direction -> IntStream.range(0, size)
                                .mapToDouble(i -> (vector[i] - mean[i]) * directions[i][direction])
                                .sum())
                        .toArray())
                .toArray(double[][]::new);
    }

    /** Makes the matrix diagonal and returns the eigenvectors as columns. */
    private static double[][] eigenvectors(double[][] matrix) {
        int size = matrix.length;
        double[][] vectors = new double[size][size];
        IntStream.range(0, size).forEach(i -> vectors[i][i] = 1);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int p = 0; p < size; p++) {
                for (int q = p + 1; q < size; q++) {
                    rotate(matrix, vectors, p, q);
                }
            }
        }
        return vectors;
    }

    private static void rotate(double[][] matrix, double[][] vectors, int p, int q) {
        if (Math.abs(matrix[p][q]) < 1e-14) {
            return;
        }
        double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        for (int i = 0; i < matrix.length; i++) {
            double one = matrix[i][p];
            double other = matrix[i][q];
            matrix[i][p] = cosine * one - sine * other;
            matrix[i][q] = sine * one + cosine * other;
        }
        for (int i = 0; i < matrix.length; i++) {
            double one = matrix[p][i];
            double other = matrix[q][i];
            matrix[p][i] = cosine * one - sine * other;
            matrix[q][i] = sine * one + cosine * other;
            one = vectors[i][p];
            other = vectors[i][q];
            vectors[i][p] = cosine * one - sine * other;
            vectors[i][q] = sine * one + cosine * other;
        }
    }
}
