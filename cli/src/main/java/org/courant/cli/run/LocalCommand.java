package org.courant.cli.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.courant.cli.Console;
import org.courant.cli.ExitCode;
import org.courant.cli.local.DefaultSources;
import org.courant.cli.local.Everything;
import org.courant.cli.local.EverythingSettings;
import org.courant.cli.local.LocalSettings;
import org.courant.cli.local.StartReport;
import org.courant.cli.process.LogSetup;
import org.courant.cli.process.Running;
import org.courant.cli.process.StopSignal;
import org.courant.cli.settings.ConfigOption;
import org.courant.embedded.DataDirectory;
import org.courant.embedded.EmbeddedException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code courant local}. */
@Command(
        name = "local",
        description = {
            "Runs everything in one process: a Kafka broker, a schema registry and the three services. Without settings it"
                    + " polls arXiv (cs.AI, cs.LG, cs.CL) and the Hugging Face Forums. All data is in one directory; after a"
                    + " stop or a crash it goes on where it was.",
            "Exit code 0 after Ctrl-C before it was up; 1 if it cannot start, if its disk is all but full or a part of it has stopped for good; 130 (SIGINT) or 143 (SIGTERM) from the system after a stop in order."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  courant local",
            "  courant local --port 9000 --data /var/lib/courant",
            "  courant local --config courant.yaml"
        })
public final class LocalCommand implements Callable<Integer> {
    private static final Duration LOOK_AT_DISK = Duration.ofSeconds(2);

    private final Console console;
    private final InstantSource time;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(names = "--data", paramLabel = "DIR", description = "directory to keep everything in (setting local.data)")
    private @Nullable Path data;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "port of the page, 0 for any free one (setting publish.port)")
    private @Nullable Integer port;

    public LocalCommand(Console console, InstantSource time) {
        this.console = console;
        this.time = time;
    }

    @Override
    public Integer call() {
        Map<String, String> environment = new TreeMap<>(console.environment());
        if (data != null) {
            environment.put("COURANT_LOCAL_DATA", data.toString());
        }
        if (port != null) {
            environment.put("COURANT_PUBLISH_PORT", String.valueOf(port));
        }
        LocalSettings local = config.read(environment, LocalSettings::from);
        // One directory holds everything, so that removing it removes everything.
        environment.put("COURANT_ENRICH_STATE_DIR", local.state().toString());
        environment.put("COURANT_PUBLISH_STATE_DIR", local.state().toString());
        // The page answers for all three services.
        environment.put("COURANT_ENRICH_HEALTH_PORT", "0");
        EverythingSettings settings = DefaultSources.orStated(config.read(environment, EverythingSettings::from));
        try (DataDirectory claimed = DataDirectory.claim(settings.local().data())) {
            claimed.requireSpace(settings.bytesToStop());
            Path log = LogSetup.toFileIn(settings.local().logs(), settings.log());
            console.err().println("courant: data in " + claimed.path() + ", log in " + log);
            return run(settings, claimed);
        }
    }

    private int run(EverythingSettings settings, DataDirectory claimed) {
        try (StopSignal stop = StopSignal.install(Everything.LONGEST_STOP)) {
            return stop.guard(() -> {
                try (Running running = new Running()) {
                    Everything everything = Everything.start(settings, time, running, new StartReport(console));
                    console.err().println("the page is at " + everything.page() + " — Ctrl-C to stop");
                    return untilStopped(stop, claimed, settings.bytesToStop(), everything);
                }
            });
        }
    }

    private int untilStopped(StopSignal stop, DataDirectory claimed, long bytesToStop, Everything everything) {
        try {
            while (!stop.await(LOOK_AT_DISK)) {
                claimed.requireSpace(bytesToStop);
                if (!everything.health().live()) {
                    console.err()
                            .println("courant: stopping: " + everything.health().detail());
                    return ExitCode.FAILED;
                }
            }
            return ExitCode.DONE;
        } catch (EmbeddedException full) {
            // Said before the stop, which takes some seconds.
            console.err().println("courant: stopping: " + full.getMessage());
            return ExitCode.FAILED;
        }
    }
}
