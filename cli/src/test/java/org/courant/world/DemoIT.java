package org.courant.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.courant.cli.Courant;
import org.courant.testkit.ForkedJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code courant demo --exit} as a stranger runs it, in a process of its own. */
class DemoIT {
    @TempDir
    private Path folder;

    @Test
    void theSampleDayBecomesADigestAndNothingIsLeftBehind() throws IOException {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        try (ForkedJvm demo = ForkedJvm.start(
                Courant.class,
                folder.resolve("demo.log"),
                List.of(
                        "-Xmx1g",
                        "-Djava.io.tmpdir=" + temporary,
                        "-Dcourant.registry.home=" + System.getProperty("courant.registry.home")),
                "demo",
                "--exit")) {
            demo.awaitLine("the digest is complete after", Duration.ofMinutes(3));

            assertThat(demo.exitCode()).isZero();
            assertThat(demo.output())
                    .contains("55 items fetched → 1 dead letter → 42 stories → 42 entries")
                    .contains("9 cross-listed papers merged, 2 near-copies recognised, 1 shows v2")
                    .contains("also in arXiv cs.LG")
                    .doesNotContain("ERROR");
        }
        assertThat(courantsIn(temporary)).isEmpty();
        assertThat(processesIn(temporary)).isEmpty();
    }

    /** RocksDB keeps its unpacked native library in the temporary folder; everything else is ours to remove. */
    private static List<Path> courantsIn(Path temporary) throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(file -> file.getFileName().toString().startsWith("courant"))
                    .toList();
        }
    }

    private static List<Long> processesIn(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .map(line -> line.contains(folder.toString()))
                        .orElse(false))
                .map(ProcessHandle::pid)
                .toList();
    }
}
