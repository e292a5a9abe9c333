package org.courant.cli.demo;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.courant.cli.Console;
import org.courant.cli.ExitCode;
import org.courant.cli.digest.DigestText;
import org.courant.cli.digest.EntryText;
import org.courant.cli.local.Everything;
import org.courant.cli.local.EverythingSettings;
import org.courant.cli.local.StartReport;
import org.courant.cli.process.LogSettings;
import org.courant.cli.process.LogSetup;
import org.courant.cli.process.Running;
import org.courant.cli.process.StopSignal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code courant demo}. */
@Command(
        name = "demo",
        description = {
            "Runs the whole pipeline - a Kafka broker, a schema registry and the three services - over a sample day that"
                    + " comes with Courant, and prints the digest. It needs no network and leaves nothing behind.",
            "Exit code 0; 1 if a minute passes in which nothing moves, or five before the digest is complete."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  courant demo                   the digest here and on a page, until Ctrl-C",
            "  courant demo --exit            only the digest",
            "  courant demo --port 9000"
        })
public final class DemoCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Console console;
    private final InstantSource time;

    @Option(names = "--exit", description = "print the digest and end")
    private boolean exit;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "port of the page (default: any free one)")
    private int port;

    public DemoCommand(Console console, InstantSource time) {
        this.console = console;
        this.time = time;
    }

    @Override
    public Integer call() {
        try (StopSignal stop = StopSignal.install(Everything.LONGEST_STOP)) {
            return stop.guard(() -> run(stop));
        }
    }

    private int run(StopSignal stop) {
        StartReport report = new StartReport(console);
        console.err().println("Courant on a sample day; nothing leaves this machine");
        try (ThrowAwayDirectory directory = ThrowAwayDirectory.create();
                Running running = new Running()) {
            LogSetup.toFileIn(directory.path().resolve("logs"), LogSettings.DEFAULT);
            SampleUpstream upstream = running.add(SampleUpstream.start(time.instant()));
            EverythingSettings settings = DemoSettings.of(upstream.url(), directory.path(), port);
            Everything everything = Everything.start(settings, time, running, report);
            show(everything, settings.sources().sources().size(), report);
            if (!exit) {
                console.err().println("the page is at " + everything.page() + " — Ctrl-C to stop");
                while (!stop.await(LOOK)) {
                    if (!everything.health().live()) {
                        console.err()
                                .println("courant: stopping: "
                                        + everything.health().detail());
                        return ExitCode.FAILED;
                    }
                }
            }
            return ExitCode.DONE;
        }
    }

    private void show(Everything everything, int sources, StartReport report) {
        try (DemoTables tables = new DemoTables(everything.connection())) {
            DemoWatch.untilComplete(everything.connection(), tables, sources);
            String tally = Tally.of(tables);
            console.err().println("  " + tally);
            console.err()
                    .println(String.format(
                            Locale.ROOT,
                            "  the digest is complete after %.1f s",
                            report.elapsed().toMillis() / 1000.0));
            console.err().println();
            new DigestText(new EntryText(console, time.instant()))
                    .print(tables.editions().values(), tables.entries());
            console.out().println(tally);
            console.out().flush();
        }
    }
}
