package org.courant.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.courant.embedded.BrokerOptions;
import org.courant.embedded.EmbeddedBroker;
import org.testcontainers.kafka.KafkaContainer;

/**
 * The broker behind a {@link TestCluster}.
 *
 * @param backend {@code container} or {@code embedded}
 * @param bootstrapServers where clients connect
 * @param stop ends it
 */
record TestBroker(String backend, String bootstrapServers, Runnable stop) {
    /** The version that Courant is built with. */
    private static final String IMAGE = "apache/kafka:4.3.1";

    /**
     * Tests write records with timestamps years apart, for which Kafka begins a segment each, and read what has been
     * written: all of it, aborted and replaced records too, which the log's cleaner would take away meanwhile.
     */
    private static final String CLEANER_BACKOFF = "log.cleaner.backoff.ms";

    private static final String LONGER_THAN_ANY_TEST =
            String.valueOf(Duration.ofDays(1).toMillis());

    private static final Path REPORT = Path.of("target", "kafka-backend.txt");

    /** Starts a broker where {@code it.kafka} says and reports which kind it is. */
    static TestBroker start() {
        String mode = Optional.ofNullable(System.getProperty("it.kafka"))
                .or(() -> Optional.ofNullable(System.getenv("IT_KAFKA")))
                .orElse("auto");
        return switch (mode) {
            case "embedded" -> reported(embedded(), "as it.kafka says");
            case "container" -> reported(container(), "as it.kafka says");
            case "auto" -> containerOrEmbedded();
            default ->
                throw new IllegalStateException("it.kafka is '" + mode + "'; it must be auto, embedded or container");
        };
    }

    private static TestBroker containerOrEmbedded() {
        if (!Docker.isLikely()) {
            return reported(embedded(), "there is no Docker");
        }
        try {
            return reported(container(), "there is Docker");
        } catch (RuntimeException e) {
            return reported(embedded(), "Docker could not start a container: " + e.getMessage());
        }
    }

    private static TestBroker embedded() {
        ThrowAwayDirectory directory = ThrowAwayDirectory.create("courant-it-kafka");
        EmbeddedBroker broker =
                EmbeddedBroker.start(BrokerOptions.in(directory.path()).with(CLEANER_BACKOFF, LONGER_THAN_ANY_TEST));
        return new TestBroker("embedded", broker.bootstrapServers(), () -> {
            try (directory) {
                broker.close();
            }
        });
    }

    @SuppressWarnings("resource") // closed by stop
    private static TestBroker container() {
        if (!Docker.isAvailable()) {
            throw new IllegalStateException("there is no Docker; start it, or use it.kafka=embedded");
        }
        KafkaContainer container = new KafkaContainer(IMAGE)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_" + CLEANER_BACKOFF.toUpperCase(Locale.ROOT).replace('.', '_'), LONGER_THAN_ANY_TEST);
        container.start();
        return new TestBroker("container", container.getBootstrapServers(), container::stop);
    }

    private static TestBroker reported(TestBroker broker, String why) {
        String line = "Kafka for tests: " + broker.backend() + " (" + why + ")";
        System.out.println(line);
        try {
            Files.createDirectories(Objects.requireNonNull(REPORT.getParent()));
            Files.writeString(REPORT, line + System.lineSeparator());
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
