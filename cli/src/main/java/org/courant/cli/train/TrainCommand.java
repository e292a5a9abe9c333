package org.courant.cli.train;

import org.courant.cli.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code courant train}: makes a model of data that people have judged. */
@Command(
        name = "train",
        description = "Makes a model of data that people have judged.",
        footerHeading = "%nExamples:%n",
        footer = {"  courant train sections --data labelled.jsonl --out sections.model"})
public final class TrainCommand {
    private TrainCommand() {}

    /** The command with its subcommands. */
    public static CommandLine with(Console console) {
        return new CommandLine(new TrainCommand()).addSubcommand(new TrainSectionsCommand(console));
    }
}
