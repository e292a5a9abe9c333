package org.courant.cli.evaluate.dedup;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.courant.cli.Console;
import org.courant.cli.ExitCode;
import org.courant.cli.corpus.DataFolder;
import org.courant.cli.output.OutputOption;
import org.courant.cli.output.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code courant evaluate dedup}. */
@Command(
        name = "dedup",
        description = {
            "Measures how well near-duplicates are told: papers revised, cut, quoted and announced under other ids,"
                    + " with ids hidden where they would give the answer away; distinct papers, of which none may be merged;"
                    + " bibliographic records without text; and what it costs.",
            "A part whose file is absent is left out. Exit code 1 if a bar is missed, 3 if the folder holds nothing to"
                    + " measure with."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  courant evaluate dedup --data ../shared/data",
            "  courant evaluate dedup --data ../shared/data --output json"
        })
public final class EvaluateDedupCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "folder of captured and labelled data")
    private Path data = Path.of("");

    @Mixin
    private OutputOption output = new OutputOption();

    public EvaluateDedupCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Findings findings = new Evaluation(DataFolder.at(data)).run();
        if (findings.measures().isEmpty()) {
            console.err().println("courant: " + data + " holds nothing to measure with");
            return ExitCode.NOTHING_TO_DO;
        }
        print(figures(findings.measures()), merged(findings.merged()));
        List<Measure> missed =
                findings.measures().stream().filter(Measure::isMissed).toList();
        missed.forEach(measure -> console.err()
                .println("courant: " + measure.part() + ", " + measure.name() + " is " + Figures.text(measure.value())
                        + "; it must be " + measure.bar()));
        return missed.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void print(Table figures, Table merged) {
        if (output.isJson()) {
            OutputOption.print(Map.of("figures", figures.records(), "merged", merged.records()), console.out());
            return;
        }
        output.print(figures, console.out());
        console.out().println();
        console.out().println("Merged pairs of different ids:");
        output.print(merged, console.out());
    }

    private static Table figures(List<Measure> measures) {
        return new Table(
                List.of("part", "measure", "value", "bar", "met"),
                measures.stream().map(EvaluateDedupCommand::row).toList());
    }

    private static List<Object> row(Measure measure) {
        boolean told = measure.bar().equals(Measure.Bar.NONE);
        return List.of(
                measure.part(),
                measure.name(),
                Figures.rounded(measure.value()),
                measure.bar().toString(),
                told ? "" : measure.isMissed() ? "no" : "yes");
    }

    private static Table merged(List<Merged> merged) {
        return new Table(
                List.of("part", "left", "right", "rule", "score", "judgement", "reason"),
                merged.stream()
                        .map(pair -> List.<Object>of(
                                pair.part(),
                                pair.left(),
                                pair.right(),
                                pair.rule(),
                                Figures.rounded(pair.score()),
                                pair.judgement().verdict().name(),
                                pair.judgement().reason()))
                        .toList());
    }
}
