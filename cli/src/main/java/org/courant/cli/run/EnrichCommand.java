package org.courant.cli.run;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.courant.cli.Console;
import org.courant.cli.process.LogSettings;
import org.courant.cli.process.LogSetup;
import org.courant.cli.process.StopSignal;
import org.courant.cli.settings.ConfigOption;
import org.courant.enrich.EnrichService;
import org.courant.enrich.EnrichSettings;
import org.courant.service.health.ProcessMetrics;
import org.courant.service.kafka.Connection;
import org.courant.service.settings.Section;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code courant enrich}. */
@Command(
        name = "enrich",
        description = {
            "Turns the items of the log of record into stories: one for each work, with a section and a summary. Any number"
                    + " of processes share the work.",
            "It needs the topics and schemas ('courant topics apply', 'courant schemas register'). /healthz, /readyz and"
                    + " /metrics are at enrich.health-port. SIGTERM stops it in order."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  courant enrich --config prod.yaml", "  COURANT_KAFKA_BOOTSTRAP_SERVERS=broker:9092 courant enrich"
        })
public final class EnrichCommand implements Callable<Integer> {
    private final Console console;
    private final InstantSource time;

    @Mixin
    private ConfigOption config = new ConfigOption();

    private record Settings(Connection connection, EnrichSettings service, LogSettings log) {
        static Settings from(Section root) {
            return new Settings(Connection.from(root), EnrichSettings.from(root), LogSettings.from(root));
        }
    }

    public EnrichCommand(Console console, InstantSource time) {
        this.console = console;
        this.time = time;
    }

    @Override
    public Integer call() {
        Settings settings = config.read(console.environment(), Settings::from);
        LogSetup.toStandardError(settings.log());
        PrometheusMeterRegistry meters = ProcessMetrics.create();
        try (StopSignal stop = StopSignal.install()) {
            EnrichService service = new EnrichService(settings.connection(), settings.service(), meters, time);
            return stop.guard(() -> ServiceRun.until(stop, service, () -> () -> {}));
        }
    }
}
