package org.courant.embedded;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to start an {@link EmbeddedRegistry}.
 *
 * @param home directory of the unpacked registry: its runner jar and {@code lib}
 * @param dataDir where schemas are kept; null keeps them in memory and forgets them at the end
 * @param port port on 127.0.0.1; 0 means any free one
 * @param deadline how long the registry may take to start
 */
public record RegistryOptions(Path home, @Nullable Path dataDir, int port, Duration deadline) {
    /** System property that names the directory of the unpacked registry. */
    public static final String HOME_PROPERTY = "courant.registry.home";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public RegistryOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port is " + port + "; it must be between 0 and 65535");
        }
    }

    /** Schemas and their ids survive in {@code dataDir}. */
    public static RegistryOptions in(Path dataDir) {
        return new RegistryOptions(homeFromProperty(), dataDir, 0, PATIENCE);
    }

    /** Schemas are forgotten at the end. */
    public static RegistryOptions inMemory() {
        return new RegistryOptions(homeFromProperty(), null, 0, PATIENCE);
    }

    public RegistryOptions withPort(int newPort) {
        return new RegistryOptions(home, dataDir, newPort, deadline);
    }

    private static Path homeFromProperty() {
        String home = System.getProperty(HOME_PROPERTY);
        if (home == null) {
            throw new EmbeddedException(
                    "system property " + HOME_PROPERTY
                            + " is not set; it names the directory of the unpacked schema registry (in a build: embedded/target/registry)");
        }
        return Path.of(home);
    }
}
