package org.courant.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The unpacked registry.
 *
 * @param runner the jar whose manifest names all others
 */
record RegistryHome(Path runner) {
    /** @throws EmbeddedException where {@code home} holds no registry */
    static RegistryHome at(Path home) {
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .map(file -> new RegistryHome(file.toAbsolutePath()))
                    .orElseThrow(() -> missing(home, "it holds no *-runner.jar", null));
        } catch (IOException e) {
            throw missing(home, e.toString(), e);
        }
    }

    private static EmbeddedException missing(Path home, String why, @Nullable IOException cause) {
        return new EmbeddedException(
                "directory " + home + " is not an unpacked schema registry (" + why + "); set the system property "
                        + RegistryOptions.HOME_PROPERTY + " to one (a build unpacks it to embedded/target/registry)",
                cause);
    }
}
