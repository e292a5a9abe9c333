package org.courant.cli.run;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.courant.cli.Console;
import org.courant.cli.process.LogSettings;
import org.courant.cli.process.LogSetup;
import org.courant.cli.process.StopSignal;
import org.courant.cli.settings.ConfigOption;
import org.courant.publish.PublishService;
import org.courant.publish.PublishSettings;
import org.courant.service.health.ProcessMetrics;
import org.courant.service.kafka.Connection;
import org.courant.service.settings.Section;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code courant publish}. */
@Command(
        name = "publish",
        description = {
            "Finishes stories into entries of the digest, files them into editions, and serves page and API. Any number of"
                    + " processes share the finishing; each of them serves everything.",
            "It needs the topics and schemas ('courant topics apply', 'courant schemas register'). The page is at publish.port,"
                    + " and so are /healthz, /readyz and /metrics. SIGTERM stops it in order."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  courant publish --config prod.yaml",
            "  COURANT_KAFKA_BOOTSTRAP_SERVERS=broker:9092 courant publish"
        })
public final class PublishCommand implements Callable<Integer> {
    private final Console console;
    private final InstantSource time;

    @Mixin
    private ConfigOption config = new ConfigOption();

    private record Settings(Connection connection, PublishSettings service, LogSettings log) {
        static Settings from(Section root) {
            return new Settings(Connection.from(root), PublishSettings.from(root), LogSettings.from(root));
        }
    }

    public PublishCommand(Console console, InstantSource time) {
        this.console = console;
        this.time = time;
    }

    @Override
    public Integer call() {
        Settings settings = config.read(console.environment(), Settings::from);
        LogSetup.toStandardError(settings.log());
        PrometheusMeterRegistry meters = ProcessMetrics.create();
        try (StopSignal stop = StopSignal.install()) {
            PublishService service = new PublishService(settings.connection(), settings.service(), meters, time);
            return stop.guard(() -> ServiceRun.until(stop, service, () -> () -> {}));
        }
    }
}
