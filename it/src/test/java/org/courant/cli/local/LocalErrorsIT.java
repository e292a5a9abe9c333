package org.courant.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.courant.cli.Courant;
import org.courant.cli.ExitCode;
import org.courant.embedded.DataDirectory;
import org.courant.testkit.ForkedJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalErrorsIT {
    @TempDir
    private Path folder;

    private int starts;

    @Test
    void anotherProcessOnTheSameDataIsToldSo() throws IOException {
        Path data = folder.resolve("data");
        Path config = Files.writeString(folder.resolve("c.yaml"), "local: {data: %s}\n".formatted(data));
        try (DataDirectory taken = DataDirectory.claim(data)) {
            assertRefused(config, "data directory " + taken.path(), "is in use by another process");
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
