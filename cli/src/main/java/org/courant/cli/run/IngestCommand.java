package org.courant.cli.run;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.courant.cli.Console;
import org.courant.cli.process.LogSettings;
import org.courant.cli.process.LogSetup;
import org.courant.cli.process.StopSignal;
import org.courant.cli.settings.ConfigOption;
import org.courant.ingest.IngestService;
import org.courant.ingest.IngestSettings;
import org.courant.service.health.HealthServer;
import org.courant.service.health.ProcessMetrics;
import org.courant.service.kafka.Connection;
import org.courant.service.settings.Section;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code courant ingest}. */
@Command(
        name = "ingest",
        description = {
            "Polls the sources and writes what is new to the log of record, exactly once. Any number of processes share"
                    + " the sources.",
            "It needs the topics and schemas ('courant topics apply', 'courant schemas register'). /healthz, /readyz and"
                    + " /metrics are at ingest.health-port. SIGTERM stops it in order."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  courant ingest --config prod.yaml", "  COURANT_KAFKA_BOOTSTRAP_SERVERS=broker:9092 courant ingest"
        })
public final class IngestCommand implements Callable<Integer> {
    private final Console console;
    private final InstantSource time;

    @Mixin
    private ConfigOption config = new ConfigOption();

    private record Settings(Connection connection, IngestSettings service, LogSettings log) {
        static Settings from(Section root) {
            return new Settings(Connection.from(root), IngestSettings.from(root), LogSettings.from(root));
        }
    }

    public IngestCommand(Console console, InstantSource time) {
        this.console = console;
        this.time = time;
    }

    @Override
    public Integer call() {
        Settings settings = config.read(console.environment(), Settings::from);
        LogSetup.toStandardError(settings.log());
        PrometheusMeterRegistry meters = ProcessMetrics.create();
        try (StopSignal stop = StopSignal.install()) {
            IngestService service = new IngestService(settings.connection(), settings.service(), meters, time);
            return stop.guard(() -> ServiceRun.until(
                    stop,
                    service,
                    () -> HealthServer.start(
                            service,
                            meters,
                            settings.service().healthHost(),
                            settings.service().healthPort())));
        }
    }
}
