package org.courant.cli.evaluate.sections;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.courant.cli.Console;
import org.courant.cli.ExitCode;
import org.courant.cli.output.OutputOption;
import org.courant.learn.data.CategoryTable;
import org.courant.learn.data.HeadingTable;
import org.courant.learn.data.LabelledData;
import org.courant.learn.data.LabelledFiles;
import org.courant.learn.data.LabelledPaper;
import org.courant.learn.evaluate.Contender;
import org.courant.learn.evaluate.CrossValidation;
import org.courant.learn.evaluate.Pictures;
import org.courant.learn.evaluate.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code courant evaluate sections}. */
@Command(
        name = "sections",
        description = {
            "Measures the classifier of sections on labelled papers (see 'courant train sections'), beside cues, prototypes and"
                    + " a peer's TF-IDF with a linear SVM, all on the same folds of repeated, stratified cross-validation. A"
                    + " paper is in one fold whatever lists name it.",
            "Prints macro-F1, accuracy, calibration error, what accuracy gains where the least sure fifth is left out, and the"
                    + " time of a verdict, with 95 % intervals by bootstrap over papers and seeds; then precision and recall"
                    + " of each section. Only sections with 20 papers count.",
            "Exit code 0; 3 if there are fewer than two such sections."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  courant evaluate sections --data labelled.jsonl",
            "  courant evaluate sections --data labelled/ --labels first --pictures pictures",
            "  courant evaluate sections --data other.jsonl --as-it-is --output json"
        })
public final class EvaluateSectionsCommand implements Callable<Integer> {
    private static final int LEAST_PAPERS = 20;

    private final Console console;

    @Mixin
    private OutputOption output = new OutputOption();

    /** What counts as right. */
    enum Labels {
        /** Any section that people file the paper under. */
        any,
        /** The first of them only. */
        first,
        /** The reading list that it is on, if only one. */
        list
    }

    @Option(
            names = "--data",
            required = true,
            paramLabel = "PATH",
            description = "files or folders with labelled papers")
    private List<Path> data = List.of();

    @Option(
            names = "--categories",
            paramLabel = "PATH",
            description = "arXiv lists whose categories help to train (never to measure)")
    private List<Path> categories = List.of();

    @Option(
            names = "--labels",
            paramLabel = "WHICH",
            description = "what is right: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})",
            defaultValue = "any")
    private Labels labels = Labels.any;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "repetitions, each with other folds (default: ${DEFAULT-VALUE})",
            defaultValue = "3")
    private int seeds = 3;

    @Option(
            names = "--folds",
            paramLabel = "N",
            description = "folds of a repetition (default: ${DEFAULT-VALUE})",
            defaultValue = "5")
    private int folds = 5;

    @Option(
            names = "--as-it-is",
            description = "measure the model that ships without training; for data that it has not seen")
    private boolean asItIs;

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description = "write reliability diagram, confusion matrix and quality against cost there, as SVG")
    private Path pictures = Path.of("");

    public EvaluateSectionsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        LabelledData labelled =
                relabelled(LabelledFiles.read(data, HeadingTable.shipped())).withAtLeast(LEAST_PAPERS);
        if (labelled.labels().size() < 2) {
            console.err().println("courant: fewer than two sections have " + LEAST_PAPERS + " labelled papers");
            return ExitCode.NOTHING_TO_DO;
        }
        List<LabelledPaper> byCategory = LabelledFiles.readCategories(categories, CategoryTable.shipped())
                .papers();
        List<Contender> contenders = Contenders.of(labels == Labels.list, asItIs, labelled, byCategory);
        CrossValidation validation =
                new CrossValidation(folds, seeds, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
        List<Row> rows = new ArrayList<>();
        for (Contender contender : contenders) {
            console.err().println("courant: measuring " + contender.name());
            rows.add(validation.measure(contender, labelled));
        }
        Report report = new Report(rows, labelled);
        report.print(output, console.out());
        if (!pictures.toString().isEmpty()) {
            Files.createDirectories(pictures);
            Row last = rows.get(rows.size() - 1);
            Files.writeString(pictures.resolve("reliability.svg"), Pictures.reliability(last));
            Files.writeString(pictures.resolve("confusion.svg"), Pictures.confusion(last));
            Files.writeString(pictures.resolve("curve.svg"), Pictures.curve(rows));
            console.err().println("courant: pictures are in " + pictures);
        }
        return ExitCode.DONE;
    }

    private LabelledData relabelled(LabelledData all) {
        return switch (labels) {
            case any -> all;
            case first -> all.relabelled(paper -> List.of(paper.label()));
            case list -> all.relabelled(paper -> paper.origin().contains(",") ? List.of() : List.of(paper.origin()));
        };
    }
}
