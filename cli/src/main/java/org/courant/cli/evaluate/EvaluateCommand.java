package org.courant.cli.evaluate;

import org.courant.cli.Console;
import org.courant.cli.evaluate.dedup.EvaluateDedupCommand;
import org.courant.cli.evaluate.sections.EvaluateSectionsCommand;
import org.courant.cli.evaluate.summaries.EvaluateSummariesCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code courant evaluate}: how good the product's decisions are. */
@Command(
        name = "evaluate",
        description = "Measures the product's decisions on captured and labelled data.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  courant evaluate dedup --data ../shared/data",
            "  courant evaluate sections --data labelled.jsonl",
            "  courant evaluate summaries --data ../shared/data"
        })
public final class EvaluateCommand {
    private EvaluateCommand() {}

    /** The command with its subcommands. */
    public static CommandLine with(Console console) {
        return new CommandLine(new EvaluateCommand())
                .addSubcommand(new EvaluateDedupCommand(console))
                .addSubcommand(new EvaluateSectionsCommand(console))
                .addSubcommand(new EvaluateSummariesCommand(console));
    }
}
