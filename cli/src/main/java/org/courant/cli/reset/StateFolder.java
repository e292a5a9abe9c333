package org.courant.cli.reset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.courant.service.CannotStart;
import org.jspecify.annotations.Nullable;

/** The local state of a service on this machine. Links are deleted and not followed. */
record StateFolder(Path path) {
    /** Bytes of all its files. */
    long size() {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(StateFolder::size)
                    .sum();
        } catch (IOException | UncheckedIOException failed) {
            throw cannot("be read", failed);
        }
    }

    void delete() {
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed)
                        throws IOException {
                    if (failed != null) {
                        throw failed;
                    }
                    Files.delete(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failed) {
            throw cannot("be deleted", failed);
        }
    }

    private CannotStart cannot(String what, Exception failed) {
        return new CannotStart(
                "local state in %s cannot %s (%s); mend that and run the same command again"
                        .formatted(path.toAbsolutePath(), what, failed),
                failed);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
