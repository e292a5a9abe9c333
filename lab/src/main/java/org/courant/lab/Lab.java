package org.courant.lab;

import org.courant.lab.faults.FaultsCommand;
import org.courant.lab.gaps.GapsCommand;
import org.courant.lab.kills.KillsCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code lab/run}. */
@Command(
        name = "lab/run",
        description = "What is no part of the product: it tries the product from outside.",
        subcommands = {FaultsCommand.class, GapsCommand.class, KillsCommand.class})
public final class Lab {
    private Lab() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Lab()).execute(arguments));
    }
}
