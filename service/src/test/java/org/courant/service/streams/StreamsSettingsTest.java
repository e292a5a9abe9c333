package org.courant.service.streams;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.courant.service.kafka.Connection;
import org.courant.service.settings.Problems;
import org.courant.service.settings.Section;
import org.courant.service.settings.SettingsFile;
import org.junit.jupiter.api.Test;

final class StreamsSettingsTest {
    @Test
    void everyKeyHasADefault() {
        assertThat(StreamsSettings.from(root("").section("enrich"), "enrich"))
                .isEqualTo(new StreamsSettings("courant-enrich", Path.of("state"), 1, Duration.ofMillis(100), 64));
    }

    @Test
    void everyKeyCanBeSet() {
        Section section = root("""
                enrich:
                  application-id: blue
                  state-dir: /var/lib/courant
                  threads: 3
                  commit-interval: 1s
                  store-megabytes: 256
                """).section("enrich");
        assertThat(StreamsSettings.from(section, "enrich"))
                .isEqualTo(new StreamsSettings("blue", Path.of("/var/lib/courant"), 3, Duration.ofSeconds(1), 256));
        section.rejectUnknownKeys();
        section.problems().throwIfAny();
    }

    @Test
    void whatTheOperatorSetsForKafkaReachesTheClientsAndWhatExactlyOnceNeedsWins() {
        Connection connection = Connection.from(root("""
                kafka:
                  bootstrap.servers: kafka:9092
                  security.protocol: SSL
                  processing.guarantee: at_least_once
                """));
        assertThat(properties(connection))
                .containsEntry("bootstrap.servers", "kafka:9092")
                .containsEntry("security.protocol", "SSL")
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("application.id", "courant-enrich");
    }

    @Test
    void timeOutsOfTheOperatorHoldInsteadOfCourants() {
        String session = "main.consumer.session.timeout.ms";
        assertThat(properties(Connection.from(root("kafka: {session.timeout.ms: 45000}"))))
                .containsEntry(session, "45000");
        assertThat(properties(Connection.from(root("")))).containsEntry(session, "6000");
    }

    private static Properties properties(Connection connection) {
        try (RocksDbLimits.Memory memory = new RocksDbLimits.Memory(8 << 20)) {
            return StreamsSettings.from(root("").section("enrich"), "enrich")
                    .properties(connection, "enrich", new SimpleMeterRegistry(), memory, Map.of());
        }
    }

    private static Section root(String yaml) {
        return SettingsFile.parse(yaml, Map.of(), new Problems("courant.yaml"));
    }
}
