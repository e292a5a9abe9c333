package org.courant.encoder;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.courant.learn.data.HeadingTable;
import org.courant.learn.data.LabelledData;
import org.courant.learn.data.LabelledFiles;
import org.courant.learn.evaluate.CrossValidation;
import org.courant.learn.evaluate.Row;
import org.courant.learn.evaluate.VectorContender;

/**
 * The row of the encoder itself for the curve of {@code courant evaluate sections}: the same folds, all-MiniLM-L6-v2
 * and a linear model.
 *
 * <p>Arguments: {@code any} or {@code first} for what is right, then files with labelled papers.
 */
public final class MeasureEncoder {
    private static final int LEAST_PAPERS = 20;
    private static final int FOLDS = 5;

    private MeasureEncoder() {}

    public static void main(String[] arguments) {
        if (arguments.length < 2) {
            System.err.println("usage: MeasureEncoder any|first DATA...");
            System.exit(2);
        }
        LabelledData all = LabelledFiles.read(
                Arrays.stream(arguments).skip(1).map(Path::of).toList(), HeadingTable.shipped());
        LabelledData data = (arguments[0].equals("first") ? all.relabelled(paper -> List.of(paper.label())) : all)
                .withAtLeast(LEAST_PAPERS);
        EmbeddingModel encoder = new AllMiniLmL6V2QuantizedEmbeddingModel();
        Row row = new CrossValidation(FOLDS, 1, System::nanoTime)
                .measure(
                        new VectorContender(
                                "encoder", text -> encoder.embed(text).content().vector()),
                        data);
        System.out.printf(
                "macro-F1 %s%naccuracy %s%nmicroseconds %.0f%n", row.macroF1(), row.accuracy(), row.microseconds());
        // The runtime of the encoder keeps threads that are not daemons.
        System.exit(0);
    }
}
