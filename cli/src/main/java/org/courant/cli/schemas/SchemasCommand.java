package org.courant.cli.schemas;

import org.courant.cli.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code courant schemas}: the schemas in the registry. */
@Command(
        name = "schemas",
        description = "Compares the schemas in the registry with those of this build, and registers what is new.",
        footerHeading = "%nExamples:%n",
        footer = {"  courant schemas check", "  courant schemas register --dry-run", "  courant schemas register"})
public final class SchemasCommand {
    private SchemasCommand() {}

    /** The command with its subcommands. */
    public static CommandLine with(Console console) {
        return new CommandLine(new SchemasCommand())
                .addSubcommand(new SchemasCheckCommand(console))
                .addSubcommand(new SchemasRegisterCommand(console));
    }
}
