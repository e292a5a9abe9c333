package org.courant.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRegistryIT {
    private static final String RECORD = """
            {"schema": "{\\"type\\":\\"record\\",\\"name\\":\\"R%d\\",\\"fields\\":[{\\"name\\":\\"a\\",\\"type\\":\\"int\\"}]}"}""";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    @TempDir
    Path dir;

    @Test
    void idsSurviveARestart() throws Exception {
        String first;
        String second;
        try (EmbeddedRegistry registry = EmbeddedRegistry.start(RegistryOptions.in(dir))) {
            first = register(registry, "a-value", 1);
            second = register(registry, "b-value", 2);
        }
        assertThat(first).isNotEqualTo(second);
        try (EmbeddedRegistry registry = EmbeddedRegistry.start(RegistryOptions.in(dir))) {
            assertThat(register(registry, "b-value", 2)).isEqualTo(second);
            assertThat(get(registry, "/subjects").body()).contains("a-value", "b-value");
        }
    }

    @Test
    void whatWasRegisteredSurvivesAKillOfTheRegistry() throws Exception {
        String id;
        EmbeddedRegistry killed = EmbeddedRegistry.start(RegistryOptions.in(dir));
        try (killed) {
            id = register(killed, "a-value", 1);
            ProcessHandle child = ProcessHandle.of(killed.pid()).orElseThrow();
            child.destroyForcibly();
            child.onExit().get(30, TimeUnit.SECONDS);
        }
        try (EmbeddedRegistry registry = EmbeddedRegistry.start(RegistryOptions.in(dir))) {
            assertThat(register(registry, "a-value", 1)).isEqualTo(id);
        }
    }

    @Test
    void anUnknownIdIsNotFound() throws Exception {
        try (EmbeddedRegistry registry = EmbeddedRegistry.start(RegistryOptions.inMemory())) {
            HttpResponse<String> answer = get(registry, "/schemas/ids/4711");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("40403");
        }
    }

    @Test
    void theChildAndItsThrowAwayFilesAreGoneAfterClose() throws Exception {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        long before = registryDirectories(temporary);
        EmbeddedRegistry registry = EmbeddedRegistry.start(RegistryOptions.inMemory());
        ProcessHandle child = ProcessHandle.of(registry.pid()).orElseThrow();
        assertThat(child.isAlive()).isTrue();
        registry.close();
        assertThat(child.isAlive()).isFalse();
        assertThat(registryDirectories(temporary)).isEqualTo(before);
    }

    @Test
    void aSecondRegistryOnTheSameDirectoryIsToldSo() {
        try (EmbeddedRegistry registry = EmbeddedRegistry.start(RegistryOptions.in(dir))) {
            assertThat(registry.url()).endsWith("/apis/ccompat/v7");
            assertThatThrownBy(() -> EmbeddedRegistry.start(RegistryOptions.in(dir)))
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining(dir + " is in use by another process");
        }
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(
                            () -> EmbeddedRegistry.start(RegistryOptions.in(dir).withPort(taken.getLocalPort())))
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining("port " + taken.getLocalPort());
        }
    }

    @Test
    void aFailedStartShowsWhatTheRegistrySaidLast() throws IOException {
        Files.writeString(dir.resolve("db.mv.db"), "not a database");
        assertThatThrownBy(() -> EmbeddedRegistry.start(RegistryOptions.in(dir)))
                .isInstanceOf(EmbeddedException.class)
                .hasMessageContaining("its last lines")
                .hasMessageContaining("db.mv.db");
    }

    @Test
    void aDirectoryWithoutARegistryIsNamed() {
        RegistryOptions options = new RegistryOptions(dir, null, 0, Duration.ofSeconds(60));
        assertThatThrownBy(() -> EmbeddedRegistry.start(options))
                .isInstanceOf(EmbeddedException.class)
                .hasMessageContaining(dir + " is not an unpacked schema registry")
                .hasMessageContaining(RegistryOptions.HOME_PROPERTY);
    }

    private String register(EmbeddedRegistry registry, String subject, int number) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry.url() + "/subjects/" + subject + "/versions"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(BodyPublishers.ofString(RECORD.formatted(number)))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> get(EmbeddedRegistry registry, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry.url() + path))
                .timeout(Duration.ofSeconds(30))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static long registryDirectories(Path temporary) throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(file -> file.getFileName().toString().startsWith("courant-registry"))
                    .count();
        }
    }
}
