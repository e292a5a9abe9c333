package org.courant.cli.topics;

import org.courant.cli.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code courant topics}: the topics on the cluster. */
@Command(
        name = "topics",
        description = "Compares the topics on the cluster with those that Courant needs, and mends what differs.",
        footerHeading = "%nExamples:%n",
        footer = {"  courant topics check", "  courant topics apply --dry-run", "  courant topics apply"})
public final class TopicsCommand {
    private TopicsCommand() {}

    /** The command with its subcommands. */
    public static CommandLine with(Console console) {
        return new CommandLine(new TopicsCommand())
                .addSubcommand(new TopicsApplyCommand(console))
                .addSubcommand(new TopicsCheckCommand(console));
    }
}
