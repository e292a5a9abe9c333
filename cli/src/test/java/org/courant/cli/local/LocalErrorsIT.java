package org.courant.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.courant.cli.Courant;
import org.courant.cli.ExitCode;
import org.courant.cli.demo.RecordedUpstream;
import org.courant.testkit.ForkedJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalErrorsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private int starts;

    @Test
    void anotherProcessOnTheSameDataIsToldSo() throws IOException {
        try (RecordedUpstream upstream = RecordedUpstream.start()) {
            Path config = config(upstream.url());
            try (ForkedJvm running = start(config)) {
                running.awaitLine("the page is at", PATIENCE);
                try (ForkedJvm second = start(config)) {
                    assertThat(second.exitCode()).isEqualTo(ExitCode.FAILED);
                    assertThat(second.output())
                            .contains("data directory " + folder.resolve("data"))
                            .contains("is in use by another process")
                            .doesNotContain("at org.courant");
                }
                running.stop();
            }
        }
    }

    @Test
    void aPortInUseIsNamedWithTheSettingThatNamesAnother() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path kafka = Files.writeString(
                    folder.resolve("kafka.yaml"),
                    "local: {data: %s, kafka-port: %d, registry-port: 0}\n"
                            .formatted(folder.resolve("data"), taken.getLocalPort()));
            Path page = Files.writeString(
                    folder.resolve("page.yaml"),
                    "local: {data: %s, kafka-port: 0, registry-port: 0}\npublish: {port: %d}\nsources: [{id: a, kind: feed, url: 'http://127.0.0.1:9/'}]\n"
                            .formatted(folder.resolve("data"), taken.getLocalPort()));

            assertRefused(kafka, "port " + taken.getLocalPort(), "local.kafka-port");
            assertRefused(page, "127.0.0.1:" + taken.getLocalPort(), "publish.port");
        }
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Path config = Files.writeString(folder.resolve("c.yaml"), "local: {data: %s/data}\n".formatted(file));

        assertRefused(config, file + "/data cannot be written", "choose another directory");
    }

    private void assertRefused(Path config, String... messages) {
        try (ForkedJvm local = start(config)) {
            assertThat(local.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(local.output()).contains(messages).doesNotContain("at org.courant");
        }
    }

    private Path config(String upstream) throws IOException {
        return Files.writeString(folder.resolve("courant.yaml"), """
                local: {data: %1$s/data, kafka-port: 0, registry-port: 0}
                publish: {port: 0}
                sources:
                  - {id: ai, kind: arxiv, category: cs.AI, url: "%2$s", every: 4s, allowPrivateAddresses: true}
                  - {id: lg, kind: arxiv, category: cs.LG, url: "%2$s", every: 4s, allowPrivateAddresses: true}
                  - {id: cl, kind: arxiv, category: cs.CL, format: atom, url: "%2$s", every: 4s, allowPrivateAddresses: true}
                  - {id: forum, kind: discourse, url: "%2$s", every: 4s, allowPrivateAddresses: true}
                  - {id: blog, kind: feed, url: "%2$s/blog/feed.atom", every: 4s, allowPrivateAddresses: true}
                """.formatted(folder, upstream));
    }

    private ForkedJvm start(Path config) {
        starts++;
        return ForkedJvm.start(
                Courant.class,
                folder.resolve("local-" + starts + ".out"),
                List.of("-Xmx768m", "-Dcourant.registry.home=" + System.getProperty("courant.registry.home")),
                "local",
                "--config",
                config.toString());
    }
}
