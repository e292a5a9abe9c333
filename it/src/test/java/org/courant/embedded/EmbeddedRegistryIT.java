package org.courant.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
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
    void idsSurviveARestartAndAKill() throws Exception {
        String first;
        String second;
        try (EmbeddedRegistry registry = EmbeddedRegistry.start(RegistryOptions.in(dir))) {
            first = register(registry, "a-value", 1);
            second = register(registry, "b-value", 2);
        }
        assertThat(first).isNotEqualTo(second);
        String third;
        try (EmbeddedRegistry killed = EmbeddedRegistry.start(RegistryOptions.in(dir))) {
            assertThat(register(killed, "b-value", 2)).isEqualTo(second);
            third = register(killed, "c-value", 3);
            ProcessHandle child = ProcessHandle.of(killed.pid()).orElseThrow();
            child.destroyForcibly();
            child.onExit().get(30, TimeUnit.SECONDS);
        }
        try (EmbeddedRegistry registry = EmbeddedRegistry.start(RegistryOptions.in(dir))) {
            assertThat(register(registry, "c-value", 3)).isEqualTo(third);
            assertThat(get(registry, "/subjects").body()).contains("a-value", "b-value", "c-value");
        }
    }

    @Test
    void anUnknownIdIsNotFoundAndTheChildAndItsFilesAreGoneAfterClose() throws Exception {
        EmbeddedRegistry registry = EmbeddedRegistry.start(RegistryOptions.inMemory());
        ProcessHandle child = ProcessHandle.of(registry.pid()).orElseThrow();
        Path files;
        try (registry) {
            HttpResponse<String> answer = get(registry, "/schemas/ids/4711");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("40403");
            files = filesOf(child);
            assertThat(files).isDirectory();
        }
        assertThat(child.isAlive()).isFalse();
        assertThat(files).doesNotExist();
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

    /** The directory that it was started in, by its class path. */
    private static Path filesOf(ProcessHandle child) {
        String beginning = File.separator + "launcher" + File.pathSeparator;
        return Stream.of(child.info().arguments().orElseThrow())
                .filter(argument -> argument.contains(beginning))
                .map(argument -> Path.of(argument.substring(0, argument.indexOf(beginning))))
                .findFirst()
                .orElseThrow();
    }
}
