package org.courant.cli;

import java.time.InstantSource;
import org.courant.cli.demo.DemoCommand;
import org.courant.cli.evaluate.EvaluateCommand;
import org.courant.cli.explain.ExplainCommand;
import org.courant.cli.replay.ReplayCommand;
import org.courant.cli.reset.ResetCommand;
import org.courant.cli.run.EnrichCommand;
import org.courant.cli.run.IngestCommand;
import org.courant.cli.run.LocalCommand;
import org.courant.cli.run.PublishCommand;
import org.courant.cli.schemas.SchemasCommand;
import org.courant.cli.sources.SourcesCommand;
import org.courant.cli.topics.TopicsCommand;
import org.courant.cli.train.TrainCommand;
import org.courant.cli.watch.StatusCommand;
import org.courant.cli.watch.TailCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code courant}: everything that can be done from a shell. */
@Command(
        name = "courant",
        description = "Turns what AI researchers publish into a digest that never sleeps.",
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        footerHeading = "%nFirst steps:%n",
        footer = {
            "  courant demo              a sample day, offline, in this terminal and on a page",
            "  courant local             the real sources, kept in ./courant-data",
            "  courant COMMAND --help    what a command does, with examples",
            "  courant build             build the code again after a change (first use builds it by itself)",
            "",
            "Exit codes: 0 done, 1 failed, 2 bad usage or settings, 3 nothing to do."
        })
@SuppressWarnings("unused") // picocli reads the options of every command through these fields
public final class Courant {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "show this help")
    private boolean help;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "print stack traces of failures, and log more")
    private boolean debug;

    private Courant() {}

    public static void main(String[] arguments) {
        Console console = Console.ofProcess();
        System.exit(commandLine(console, InstantSource.system()).execute(arguments));
    }

    static CommandLine commandLine(Console console, InstantSource time) {
        Failures failures = new Failures(console);
        CommandLine command = new CommandLine(new Courant())
                .addSubcommand(new DemoCommand(console, time))
                .addSubcommand(new LocalCommand(console, time))
                .addSubcommand(new IngestCommand(console, time))
                .addSubcommand(new EnrichCommand(console, time))
                .addSubcommand(new PublishCommand(console, time))
                .addSubcommand(SourcesCommand.with(console, time))
                .addSubcommand(TopicsCommand.with(console))
                .addSubcommand(SchemasCommand.with(console))
                .addSubcommand(new StatusCommand(console))
                .addSubcommand(new TailCommand(console, time))
                .addSubcommand(new ExplainCommand(console))
                .addSubcommand(new ReplayCommand(console, time))
                .addSubcommand(new ResetCommand(console, time))
                .addSubcommand(EvaluateCommand.with(console))
                .addSubcommand(TrainCommand.with(console))
                .addSubcommand(new VersionCommand(console));
        return command.setOut(console.out())
                .setErr(console.err())
                .setColorScheme(CommandLine.Help.defaultColorScheme(console.terminal() ? Ansi.AUTO : Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }
}
