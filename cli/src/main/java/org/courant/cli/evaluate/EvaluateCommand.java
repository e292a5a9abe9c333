package org.courant.cli.evaluate;

import org.courant.cli.Console;
import org.courant.cli.evaluate.sections.EvaluateSectionsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code courant evaluate}: how good it is, on data that people have judged. */
@Command(
        name = "evaluate",
        description = "Measures how good a part is, on data that people have judged.",
        footerHeading = "%nExamples:%n",
        footer = {"  courant evaluate sections --data labelled.jsonl"})
public final class EvaluateCommand {
    private EvaluateCommand() {}

    /** The command with its subcommands. */
    public static CommandLine with(Console console) {
        return new CommandLine(new EvaluateCommand()).addSubcommand(new EvaluateSectionsCommand(console));
    }
}
