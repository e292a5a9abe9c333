package org.courant.cli.train;

import org.courant.cli.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code courant train}: makes the files that the product decides by. */
@Command(
        name = "train",
        description = "Makes the files that the product decides by from captured and labelled data.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  courant train frequencies --data ../shared/data --to frequencies.bin",
            "  courant train sections --data labelled.jsonl --out sections.model"
        })
public final class TrainCommand {
    private TrainCommand() {}

    /** The command with its subcommands. */
    public static CommandLine with(Console console) {
        return new CommandLine(new TrainCommand())
                .addSubcommand(new TrainFrequenciesCommand(console))
                .addSubcommand(new TrainSectionsCommand(console));
    }
}
