package org.courant.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.courant.cli.Courant;
import org.courant.testkit.ForkedJvm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoStopIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    private Path temporary;

    @BeforeEach
    void makeADirectoryForTemporaryFiles() throws IOException {
        temporary = Files.createDirectory(folder.resolve("tmp"));
    }

    @Test
    void ctrlCStopsItInOrderAndNothingIsLeftBehind() throws IOException, InterruptedException {
        try (ForkedJvm demo = start("demo")) {
            String page = demo.awaitLine("the page is at (http://127\\.0\\.0\\.1:\\d+)", PATIENCE)
                    .group(1);
            assertThat(get(page)).contains("Slow Weights, Fast Weights");
            List<ProcessHandle> children = children(demo);

            demo.stop();

            await().atMost(PATIENCE).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
            assertNothingIsLeft();
            assertThat(demo.output()).doesNotContain("Exception").doesNotContain("did not stop");
        }
    }

    private ForkedJvm start(String... arguments) {
        return ForkedJvm.start(
                Courant.class,
                folder.resolve("demo.out"),
                List.of(
                        "-Xmx768m",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + temporary,
                        "-Dcourant.registry.home=" + System.getProperty("courant.registry.home")),
                arguments);
    }

    private static List<ProcessHandle> children(ForkedJvm demo) {
        return ProcessHandle.of(demo.pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .toList();
    }

    private void assertNothingIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.map(path -> path.getFileName().toString()).filter(name -> !name.startsWith("hsperfdata")))
                    .isEmpty();
        }
    }

    private static String get(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
