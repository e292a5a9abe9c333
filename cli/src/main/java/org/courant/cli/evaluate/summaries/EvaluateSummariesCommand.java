package org.courant.cli.evaluate.summaries;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.courant.cli.Console;
import org.courant.cli.ExitCode;
import org.courant.cli.output.OutputOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code courant evaluate summaries}. */
@Command(
        name = "summaries",
        description = {
            "Measures the summaries: ROUGE on SciTLDR beside lead, title and TextRank, faithfulness, length and voice on"
                    + " abstracts of the daily lists, and speed. Prints some of them for a person to read.",
            "Exit code 0 if every bar is met, 1 if one is missed."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  courant evaluate summaries --data ../shared/data",
            "  courant evaluate summaries --data ../shared/data --part train --sample 0",
            "  courant evaluate summaries --data ../shared/data --output json"
        })
public final class EvaluateSummariesCommand implements Callable<Integer> {
    private static final int MOST_ABSTRACTS = 1_000_000;

    /** Parts of SciTLDR. */
    enum Part {
        train,
        dev
    }

    private final Console console;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private OutputOption output = new OutputOption();

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "folder with labelled/scitldr-A.tar.gz and arxiv/daily-list*.jsonl.gz")
    private Path data = Path.of("");

    @Option(
            names = "--part",
            paramLabel = "PART",
            description = "part of SciTLDR: dev to report, train to tune (default: ${DEFAULT-VALUE})",
            defaultValue = "dev")
    private Part part = Part.dev;

    @Option(
            names = "--abstracts",
            paramLabel = "N",
            description = "abstracts that are summarised (default: ${DEFAULT-VALUE})",
            defaultValue = "500")
    private int abstracts;

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "summaries that are printed with their sources (default: ${DEFAULT-VALUE})",
            defaultValue = "50")
    private int sample;

    public EvaluateSummariesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        check();
        Evaluation evaluation = Evaluation.of(new Corpus(data), part.name(), abstracts, sample);
        if (output.isJson()) {
            OutputOption.print(Report.json(evaluation, part.name()), console.out());
        } else {
            Report.print(evaluation, part.name(), console.out());
        }
        return evaluation.bars().stream().allMatch(Bar::isMet) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void check() {
        if (!Files.isReadable(data.resolve("labelled/scitldr-A.tar.gz")) || !Files.isDirectory(data.resolve("arxiv"))) {
            throw new ParameterException(
                    spec.commandLine(), "--data '" + data + "' has no labelled/scitldr-A.tar.gz or no folder arxiv");
        }
        if (abstracts < 1 || abstracts > MOST_ABSTRACTS || sample < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--abstracts is " + abstracts + " and --sample " + sample + "; expected 1 to " + MOST_ABSTRACTS
                            + " and 0 or more");
        }
    }
}
