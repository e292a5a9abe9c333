package org.courant.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/** Whether containers can be started. */
final class Docker {
    private Docker() {}

    /** Asks Testcontainers; without Docker that takes seconds. */
    static boolean isAvailable() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    /** Whether there is a sign of Docker; costs nothing. */
    static boolean isLikely() {
        Path home = Path.of(System.getProperty("user.home"));
        Path runtime = Path.of(System.getenv().getOrDefault("XDG_RUNTIME_DIR", "/run"));
        return System.getenv("DOCKER_HOST") != null
                || System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")
                || Stream.of(
                                Path.of("/var/run/docker.sock"),
                                runtime.resolve("docker.sock"),
                                home.resolve(".docker/run/docker.sock"),
                                home.resolve(".docker/desktop/docker.sock"))
                        .anyMatch(Files::exists);
    }
}
