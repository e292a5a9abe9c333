package org.courant.cli.sources;

import java.time.InstantSource;
import org.courant.cli.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code courant sources}: what is polled. */
@Command(
        name = "sources",
        description = "The places that are polled: what they are, how they are doing, and what they would deliver.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  courant sources apply --config courant.yaml",
            "  courant sources ls",
            "  courant sources test https://example.org/feed.xml"
        })
public final class SourcesCommand {
    private SourcesCommand() {}

    /** The command with its subcommands. */
    public static CommandLine with(Console console, InstantSource time) {
        return new CommandLine(new SourcesCommand())
                .addSubcommand(new SourcesApplyCommand(console))
                .addSubcommand(new SourcesLsCommand(console))
                .addSubcommand(new SourcesTestCommand(console, time));
    }
}
