package org.courant.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.courant.cli.Courant;
import org.courant.schemas.topic.Topics;
import org.courant.testkit.ForkedJvm;
import org.courant.testkit.TestCluster;
import org.courant.testkit.WithKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SIGTERM to processes as an operator starts them. */
@Isolated
@WithKafka
class StopIT {
    private static final int SIGTERM = 143;

    @TempDir
    private Path folder;

    private final TestCluster cluster;

    StopIT(TestCluster cluster) {
        this.cluster = cluster;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "enrich", "publish"})
    void aServiceEndsWithinTenSeconds(String service) throws IOException {
        Topics topics = cluster.newTopics(3);
        Path config = Files.writeString(folder.resolve("courant.yaml"), """
                kafka: {bootstrap.servers: "%s"}
                registry: {url: "%s"}
                topics: {prefix: "%3$s", partitions: 3}
                ingest: {contact: test@example.org, group-id: %3$singest, health-port: 0}
                enrich: {application-id: %3$senrich, state-dir: "%4$s", health-port: 0}
                publish: {application-id: %3$spublish, state-dir: "%4$s", port: 0}
                """.formatted(
                        cluster.bootstrapServers(), cluster.registryUrl(), topics.prefix(), folder));
        try (ForkedJvm process = ForkedJvm.start(
                Courant.class,
                folder.resolve(service + ".log"),
                List.of("-Xmx256m"),
                service,
                "--config",
                config.toString())) {
            process.awaitLine(service + " is started");
            assertThat(stopped(process)).isLessThan(Duration.ofSeconds(10));
            assertThat(process.output()).doesNotContain("did not stop");
        }
    }

    @Test
    void localEndsWithinFifteenSeconds() throws IOException {
        Path config = Files.writeString(folder.resolve("courant.yaml"), """
                local: {kafka-port: 0, registry-port: 0, data: "%s"}
                ingest: {contact: test@example.org, health-port: 0}
                publish: {port: 0}
                sources: [{id: nowhere, kind: feed, name: Nowhere, url: "http://127.0.0.1:9/", every: 1d}]
                """.formatted(folder.resolve("data")));
        try (ForkedJvm process = ForkedJvm.start(
                Courant.class,
                folder.resolve("local.log"),
                List.of("-Xmx1g"),
                "local",
                "--config",
                config.toString())) {
            process.awaitLine("the page is at", Duration.ofMinutes(2));
            assertThat(stopped(process)).isLessThan(Duration.ofSeconds(15));
            assertThat(process.output()).doesNotContain("did not stop");
        }
    }

    private static Duration stopped(ForkedJvm process) {
        long told = System.nanoTime();
        assertThat(process.stop()).isEqualTo(SIGTERM);
        return Duration.ofNanos(System.nanoTime() - told);
    }
}
