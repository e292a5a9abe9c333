package org.courant.cli.watch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.courant.cli.Console;
import org.courant.cli.ExitCode;
import org.courant.cli.output.OutputOption;
import org.courant.cli.process.StopSignal;
import org.courant.cli.settings.ConfigOption;
import org.courant.service.kafka.Connection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code courant tail}. */
@Command(
        name = "tail",
        description = {
            "Prints the entries of the digest as they arrive, until it is stopped. An entry that has changed is printed"
                    + " again. Where to go on is told at the end and, with --output json, in each line (resume), so that a"
                    + " reader that was stopped misses nothing and reads nothing twice. A record that is no entry is named"
                    + " and left out. It ends too when what it prints into is closed.",
            "Exit code 0; with --no-follow 3 if there was nothing to print."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  courant tail",
            "  courant tail --from beginning --no-follow --section \"Training methods\"",
            "  courant tail --from 2d --kind forum",
            "  courant tail --source \"arXiv cs.CL\" --output json",
            "  courant tail --from 0:17,1:4 --output json    go on where the last line said 'resume'"
        })
public final class TailCommand implements Callable<Integer> {
    private static final Duration POLL = Duration.ofMillis(500);

    private final Console console;
    private final InstantSource time;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private EntryFilter filter = new EntryFilter();

    @Option(
            names = "--from",
            paramLabel = "WHERE",
            description = "beginning, end, partitions with offsets such as 0:17,1:4, or how far back the items of the"
                    + " entries were fetched: a date, a time, or how long ago, such as 2d (default: end)",
            converter = StartAt.Converter.class)
    private StartAt from = new StartAt.End();

    @Option(names = "--no-follow", description = "print what is there now and end")
    private boolean once;

    public TailCommand(Console console, InstantSource time) {
        this.console = console;
        this.time = time;
    }

    @Override
    public Integer call() {
        Connection connection = config.read(console.environment(), Connection::from);
        try (StopSignal stop = StopSignal.install()) {
            return stop.guard(() -> tail(connection, stop));
        }
    }

    private int tail(Connection connection, StopSignal stop) {
        EntryPrinter printer = new EntryPrinter(console, output, filter, time);
        try (EntryStream entries = EntryStream.open(connection, from, time.instant())) {
            if (once) {
                entries.readToEnd(printer);
                return printer.hasPrinted() ? ExitCode.DONE : ExitCode.NOTHING_TO_DO;
            }
            try {
                while (!stop.isRequested() && !printer.hasEnough()) {
                    entries.poll(POLL, printer);
                }
            } finally {
                if (!output.isJson()) {
                    console.err().println("go on with: courant tail --from " + entries.next());
                }
            }
            return ExitCode.DONE;
        } finally {
            printer.end();
        }
    }
}
