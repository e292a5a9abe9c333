package org.courant.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.courant.ingest.worker.WorkerSettings;
import org.courant.service.settings.InvalidSettings;
import org.courant.service.settings.Problems;
import org.courant.service.settings.SettingsFile;
import org.junit.jupiter.api.Test;

final class IngestSettingsTest {
    @Test
    void everythingHasADefault() {
        IngestSettings settings = read("");

        assertThat(settings.worker())
                .isEqualTo(new WorkerSettings(
                        "courant-ingest", Duration.ofSeconds(15), Duration.ofMinutes(2), Duration.ofSeconds(5)));
        assertThat(settings.contact()).isEmpty();
        assertThat(settings.healthPort()).isEqualTo(8091);
        assertThat(settings.http().limits().total()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void everythingCanBeSet() {
        IngestSettings settings = read("""
                ingest:
                  contact: https://example.org/about
                  group-id: ours
                  session-timeout: 30s
                  poll-timeout: 1m
                  request-timeout: 5s
                  stop-timeout: 1s
                  health-host: 0.0.0.0
                  health-port: 0
                """);

        assertThat(settings.worker())
                .isEqualTo(new WorkerSettings(
                        "ours", Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofSeconds(1)));
        assertThat(settings.http().userAgent()).endsWith("(+https://example.org/about)");
        assertThat(settings.http().limits().total()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.healthHost()).isEqualTo("0.0.0.0");
        assertThat(settings.healthPort()).isZero();
    }

    @Test
    void allProblemsAreReportedAtOnce() {
        assertThatThrownBy(() -> read("""
                        ingest:
                          session-timeout: 1s
                          pol-timeout: 1m
                          health-port: none
                        """))
                .isInstanceOfSatisfying(
                        InvalidSettings.class,
                        invalid -> assertThat(invalid.problems())
                                .hasSize(3)
                                .anyMatch(problem -> problem.contains("did you mean 'poll-timeout'?")));
    }

    private static IngestSettings read(String yaml) {
        Problems problems = new Problems("courant.yaml");
        IngestSettings settings = IngestSettings.from(SettingsFile.parse(yaml, Map.of(), problems));
        problems.throwIfAny();
        return settings;
    }
}
