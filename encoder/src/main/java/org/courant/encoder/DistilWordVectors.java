package org.courant.encoder;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.courant.enrich.classify.model.WordVectors;
import org.courant.enrich.classify.model.WordVectorsFile;
import org.courant.enrich.classify.model.WordVectorsFile.Row;

/**
 * Distils all-MiniLM-L6-v2 into a table of word vectors, after the idea of model2vec (van Dongen and Tulkens 2024):
 * embed every term of a corpus, keep the strongest principal components, weigh by inverse document frequency, round to
 * a byte.
 *
 * <p>Arguments: the file to write, then files of arXiv lists (JSON lines with title and abstract).
 */
public final class DistilWordVectors {
    private static final int DIMENSIONS = 128;
    private static final int MOST_SIXTEENTHS = 255;

    private DistilWordVectors() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            System.err.println("usage: DistilWordVectors FILE CORPUS...");
            System.exit(2);
        }
        Vocabulary vocabulary =
                Vocabulary.of(Arrays.stream(arguments).skip(1).map(Path::of).toList());
        System.out.printf("%d terms of %d texts%n", vocabulary.terms().size(), vocabulary.texts());
        List<Row> rows = rows(vocabulary);
        double[] centre = centre(rows, vocabulary);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])))) {
            WordVectorsFile.write(rows, centre, out);
        }
        // The runtime of the encoder keeps threads that are not daemons.
        System.exit(0);
    }

    private static List<Row> rows(Vocabulary vocabulary) {
        EmbeddingModel encoder = new AllMiniLmL6V2QuantizedEmbeddingModel();
        List<float[]> embedded = vocabulary.terms().stream()
                .map(term -> encoder.embed(term.spelling()).content().vector())
                .toList();
        double[][] projected = PrincipalComponents.project(embedded, DIMENSIONS);
        double largest = Arrays.stream(projected)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < projected.length; i++) {
            Vocabulary.Term term = vocabulary.terms().get(i);
            byte[] vector = new byte[DIMENSIONS];
            for (int j = 0; j < DIMENSIONS; j++) {
                vector[j] = (byte) Math.round(projected[i][j] / largest * Byte.MAX_VALUE);
            }
            double weight = 1 + StrictMath.log((1.0 + vocabulary.texts()) / (1.0 + term.texts()));
            rows.add(new Row(term.key(), (int) Math.min(MOST_SIXTEENTHS, Math.round(16 * weight)), vector));
        }
        return rows;
    }

    private static double[] centre(List<Row> rows, Vocabulary vocabulary) {
        WordVectors uncentred = new WordVectors(
                rows.stream().map(Row::word).toList(),
                rows.stream().map(Row::vector).toArray(byte[][]::new),
                rows.stream().mapToDouble(row -> row.sixteenths() / 16.0).toArray(),
                new double[DIMENSIONS]);
        double[] centre = new double[DIMENSIONS];
        for (List<String> text : vocabulary.corpus()) {
            double[] vector = uncentred.embed(text).vector();
            for (int i = 0; i < centre.length; i++) {
                centre[i] += vector[i] / vocabulary.texts();
            }
        }
        return centre;
    }
}
