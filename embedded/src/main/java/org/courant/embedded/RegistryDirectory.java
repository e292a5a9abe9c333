package org.courant.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The registry's working directory: the user's, or one that is deleted at the end. */
final class RegistryDirectory implements AutoCloseable {
    private final DataDirectory claimed;
    private final boolean throwAway;

    private RegistryDirectory(DataDirectory claimed, boolean throwAway) {
        this.claimed = claimed;
        this.throwAway = throwAway;
    }

    static RegistryDirectory of(@Nullable Path dataDir) {
        return dataDir == null
                ? new RegistryDirectory(DataDirectory.claim(temporary()), true)
                : new RegistryDirectory(DataDirectory.claim(dataDir), false);
    }

    Path path() {
        return claimed.path();
    }

    @Override
    public void close() {
        claimed.close();
        if (throwAway) {
            delete(claimed.path());
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("courant-registry");
        } catch (IOException e) {
            throw new EmbeddedException("no temporary directory for the schema registry: " + e, e);
        }
    }

    private static void delete(Path root) {
        try (Stream<Path> tree = Files.walk(root)) {
            List<Path> leavesFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : leavesFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
