package org.courant.cli.train;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.courant.cli.Console;
import org.courant.cli.ExitCode;
import org.courant.cli.output.OutputOption;
import org.courant.cli.output.Table;
import org.courant.enrich.classify.Taxonomy;
import org.courant.enrich.classify.TaxonomyFile;
import org.courant.enrich.classify.model.LinearModel;
import org.courant.enrich.classify.model.LinearModelFile;
import org.courant.enrich.classify.model.WordVectors;
import org.courant.enrich.classify.model.WordVectorsFile;
import org.courant.learn.data.CategoryTable;
import org.courant.learn.data.HeadingTable;
import org.courant.learn.data.LabelledData;
import org.courant.learn.data.LabelledFiles;
import org.courant.learn.evaluate.BlendContender;
import org.courant.learn.evaluate.CrossValidation;
import org.courant.learn.evaluate.Row;
import org.courant.learn.train.Recipe;
import org.courant.learn.train.SectionTrainer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code courant train sections}. */
@Command(
        name = "sections",
        description = {
            "Trains the classifier of sections and writes a model file, with the hash of its data and cross-validated"
                    + " scores in its first lines ('head' shows them). The same data give the same bytes on every machine.",
            "Data are JSON lines with title, abstract and the label: 'sections' (an array of ids) or 'section', or 'list'"
                    + " and 'heading' of a reading list that the built-in table knows. Sections with fewer than 16 papers"
                    + " are left to prototypes and cues.",
            "Exit code 0; 3 if no line has a label."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  courant train sections --data labelled.jsonl --out sections.model",
            "  courant train sections --data labelled.jsonl --sections my-sections.yaml --categories arxiv.jsonl.gz"
        })
final class TrainSectionsCommand implements Callable<Integer> {
    private static final int FOLDS = 5;
    private static final int LEAST_TO_SCORE = 20;

    private final Console console;

    @Mixin
    private OutputOption output = new OutputOption();

    @Option(
            names = "--data",
            required = true,
            paramLabel = "PATH",
            description = "files or folders with labelled papers")
    private List<Path> data = List.of();

    @Option(
            names = "--categories",
            paramLabel = "PATH",
            description =
                    "arXiv lists (id, title, summary, categories); where the categories of a paper stand for one section, it"
                            + " helps to train it with a fifth of the weight")
    private List<Path> categories = List.of();

    @Option(names = "--sections", paramLabel = "FILE", description = "your sections.yaml (default: the one that ships)")
    private @Nullable Path sections;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "where to write (default: ${DEFAULT-VALUE}); name it in enrich.model",
            defaultValue = "sections.model")
    private Path out = Path.of("sections.model");

    TrainSectionsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Taxonomy taxonomy = sections == null ? TaxonomyFile.shipped() : TaxonomyFile.read(sections);
        LabelledData labelled = LabelledFiles.read(data, HeadingTable.shipped());
        if (labelled.papers().isEmpty()) {
            console.err().println("courant: no line of --data has a label; give 'sections', or 'list' and 'heading'");
            return ExitCode.NOTHING_TO_DO;
        }
        LabelledData byCategory = LabelledFiles.readCategories(categories, CategoryTable.shipped());
        WordVectors vectors = WordVectorsFile.shipped();
        LinearModel model =
                new SectionTrainer(taxonomy, Recipe.SHIPPED, vectors).train(labelled.papers(), byCategory.papers());
        List<String> description = new ArrayList<>();
        description.add("papers: " + labelled.papers().size());
        description.add("data: sha256 " + labelled.hash());
        description.add("papers by category: " + byCategory.papers().size());
        description.add("data by category: sha256 " + byCategory.hash());
        description.add("taxonomy: " + taxonomy.fingerprint());
        description.add("sections: " + String.join(", ", model.sections()));
        description.addAll(scores(taxonomy, vectors, labelled, byCategory));
        try (OutputStream file = Files.newOutputStream(out)) {
            LinearModelFile.write(model.described(description), file);
        }
        output.print(
                new Table(List.of("model"), List.of(List.of(out + ": " + String.join("; ", description)))),
                console.out());
        return ExitCode.DONE;
    }

    private static List<String> scores(
            Taxonomy taxonomy, WordVectors vectors, LabelledData labelled, LabelledData byCategory) {
        LabelledData enough = labelled.withAtLeast(LEAST_TO_SCORE);
        if (enough.labels().size() < 2) {
            return List.of("scores: none, fewer than two sections have " + LEAST_TO_SCORE + " papers");
        }
        Row row = new CrossValidation(FOLDS, 1, () -> 0)
                .measure(
                        BlendContender.trained("model", taxonomy, vectors, Recipe.SHIPPED, byCategory.papers()),
                        enough);
        return List.of(
                "cross-validated: " + FOLDS + " folds, " + enough.papers().size() + " papers of "
                        + enough.labels().size() + " sections",
                String.format(Locale.ROOT, "macro-F1: %.3f", row.macroF1().mean()),
                String.format(Locale.ROOT, "accuracy: %.3f", row.accuracy().mean()),
                String.format(
                        Locale.ROOT,
                        "calibration error: %.3f",
                        row.calibrationError().mean()));
    }
}
