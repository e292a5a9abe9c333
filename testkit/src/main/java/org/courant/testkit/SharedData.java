package org.courant.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Captured data and programs beside the repository ({@code ../shared}), which not every machine has. */
public final class SharedData {
    private SharedData() {}

    /** A folder of captured data such as {@code feeds}; empty, and one printed line, where it is absent. */
    public static Optional<Path> folder(String name) {
        return find("data/" + name);
    }

    /** The same for tests that cannot do without: they are skipped where it is absent. */
    public static Path requireFolder(String name) {
        Optional<Path> folder = folder(name);
        Assumptions.assumeTrue(folder.isPresent(), () -> "skipped: ../shared/data/" + name + " is absent");
        return folder.orElseThrow();
    }

    /** Looks for {@code shared/<path>} in this directory and all above. */
    static Optional<Path> find(String path) {
        Optional<Path> found = Stream.iterate(
                        Optional.of(Path.of("").toAbsolutePath()),
                        Optional::isPresent,
                        directory -> directory.map(Path::getParent))
                .flatMap(Optional::stream)
                .map(directory -> directory.resolve("shared").resolve(path))
                .filter(Files::exists)
                .findFirst();
        if (found.isEmpty()) {
            System.out.println("skipped: ../shared/" + path + " is absent");
        }
        return found;
    }
}
