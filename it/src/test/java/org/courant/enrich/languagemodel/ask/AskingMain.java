package org.courant.enrich.languagemodel.ask;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.courant.enrich.languagemodel.ApiKey;
import org.courant.enrich.languagemodel.FakeModel;
import org.courant.enrich.languagemodel.LanguageModelSettings;
import org.courant.schemas.topic.Topics;
import org.courant.service.kafka.Connection;

/** Asks in a JVM of its own, for a test that kills it. */
final class AskingMain {
    static final String GROUP = "killed";

    private AskingMain() {}

    /** Arguments: bootstrap servers, URL of the registry, prefix of the topics of one partition, URL of the model. */
    public static void main(String[] arguments) throws InterruptedException {
        Connection connection = new Connection(
                Map.of("bootstrap.servers", arguments[0]),
                Map.of("schema.registry.url", arguments[1]),
                new Topics(arguments[2], 1),
                (short) 1);
        LanguageModelSettings settings = new LanguageModelSettings(
                URI.create(arguments[3]),
                FakeModel.NAME,
                ApiKey.NONE,
                6_000,
                10_000,
                Duration.ofMinutes(5),
                2,
                Map.of());
        try (Asking asking = new Asking(
                connection,
                arguments[2] + GROUP,
                settings,
                new SimpleMeterRegistry(),
                InstantSource.system(),
                failed -> false)) {
            asking.start();
            Thread.currentThread().join();
        }
    }
}
