package org.courant.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.courant.cli.Courant;
import org.courant.testkit.ForkedJvm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** {@code courant local} on a disk of its own that somebody else fills. */
@Isolated
class FullDiskIT {
    private static final long DISK_BYTES = 512L << 20;
    private static final long LEFT_BYTES = 100L << 20;

    @TempDir
    private Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + DISK_BYTES, "tmpfs", disk.toString()) == 0,
                "skipped: this user may not mount a file system");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        run("umount", "-l", disk.toString());
    }

    @Test
    void localStopsWhileThereIsRoomToStopAndGoesOnWhenThereIsMore() throws IOException {
        Path config = Files.writeString(folder.resolve("courant.yaml"), """
                local: {kafka-port: 0, registry-port: 0, data: "%s"}
                ingest: {contact: test@example.org, health-port: 0}
                enrich: {store-megabytes: 16}
                publish: {store-megabytes: 16, port: 0}
                sources: [{id: nowhere, kind: feed, name: Nowhere, url: "http://127.0.0.1:9/", every: 1d}]
                """.formatted(disk.resolve("data")));
        Path others = disk.resolve("others");
        try (ForkedJvm local = start(config)) {
            local.awaitLine("the page is at", Duration.ofMinutes(2));
            fill(others);
            long full = System.nanoTime();
            assertThat(local.exitCode()).isEqualTo(1);
            assertThat(Duration.ofNanos(System.nanoTime() - full)).isLessThan(Duration.ofSeconds(20));
            assertThat(local.output())
                    .containsPattern("courant: stopping: disk of data directory " + disk.resolve("data")
                            + " is full: \\d+ MiB are free and at least 176 are needed; free some space")
                    .doesNotContain("\tat ", "did not stop");
        }
        try (ForkedJvm local = start(config)) {
            assertThat(local.exitCode()).isEqualTo(1);
            assertThat(local.output()).contains("is full").doesNotContain("\tat ");
        }
        Files.delete(others);
        try (ForkedJvm local = start(config)) {
            local.awaitLine("the page is at", Duration.ofMinutes(2));
        }
        assertThat(disk.resolve("data/logs/courant.log")).content().doesNotContain("No space left");
    }

    private ForkedJvm start(Path config) {
        return ForkedJvm.start(
                Courant.class, folder.resolve("local.log"), List.of("-Xmx1g"), "local", "--config", config.toString());
    }

    /** Leaves less than a stop may take. */
    private void fill(Path file) throws IOException {
        byte[] block = new byte[1 << 20];
        try (RandomAccessFile others = new RandomAccessFile(file.toFile(), "rw")) {
            while (Files.getFileStore(disk).getUsableSpace() > LEFT_BYTES) {
                others.write(block);
            }
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
