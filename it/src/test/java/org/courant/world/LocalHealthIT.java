package org.courant.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.courant.cli.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code courant local} when a part of it dies: it says which one and ends, so that whoever watches it can act. */
class LocalHealthIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    @TempDir
    private Path folder;

    @Test
    void aRegistryThatHasDiedIsNamedAndEndsTheProcess() throws IOException {
        try (Blog blog = new Blog(1);
                LocalCourant courant = LocalCourant.start(folder, settings(blog))) {
            await().atMost(PATIENCE).until(() -> readiness(courant).statusCode() == 200);
            ProcessHandle registry = ProcessHandle.of(courant.process().pid())
                    .orElseThrow()
                    .children()
                    .findFirst()
                    .orElseThrow();

            registry.destroyForcibly();

            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> readiness(courant).statusCode() == 503);
            assertThat(courant.process().exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(courant.process().output())
                    .contains("courant: stopping: ")
                    .contains("the schema registry (process " + registry.pid() + ") has ended");
        }
    }

    private HttpResponse<String> readiness(LocalCourant courant) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(courant.page().resolve("/readyz"))
                .timeout(Duration.ofSeconds(30))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private Path settings(Blog blog) throws IOException {
        return Files.writeString(folder.resolve("courant.yaml"), """
                local: {kafka-port: 0, registry-port: 0}
                ingest: {contact: test@example.org, health-port: 0}
                enrich: {health-port: 0}
                sources:
                  - %s
                """.formatted(blog.source()));
    }
}
