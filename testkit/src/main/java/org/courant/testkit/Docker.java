package org.courant.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/** Whether containers can be started. */
final class Docker {
    private Docker() {}

    /** Asks Testcontainers only where there is a sign of Docker: without one that takes seconds and is loud. */
    static boolean isAvailable() {
        return isLikely() && DockerClientFactory.instance().isDockerAvailable();
    }

    /** Whether there is a sign of Docker; costs nothing. */
    static boolean isLikely() {
        Path home = Path.of(System.getProperty("user.home"));
        return System.getenv("DOCKER_HOST") != null
                || System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")
                || Stream.of(
                                Path.of("/var/run/docker.sock"),
                                home.resolve(".docker/run/docker.sock"),
                                home.resolve(".docker/desktop/docker.sock"),
                                home.resolve(".testcontainers.properties"))
                        .anyMatch(Files::exists);
    }
}
