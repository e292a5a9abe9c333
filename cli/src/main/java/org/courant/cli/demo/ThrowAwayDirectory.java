package org.courant.cli.demo;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.courant.service.CannotStart;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A directory that is gone in the end. */
record ThrowAwayDirectory(Path path) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ThrowAwayDirectory.class);

    static ThrowAwayDirectory create() {
        try {
            return new ThrowAwayDirectory(Files.createTempDirectory("courant-demo"));
        } catch (IOException failed) {
            throw new CannotStart(
                    "no directory can be made in " + System.getProperty("java.io.tmpdir") + " (" + failed
                            + "); free some space there or set -Djava.io.tmpdir in COURANT_JAVA_OPTS to another place",
                    failed);
        }
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(path, new Deletion());
        } catch (IOException failed) {
            LOG.warn("{} could not be removed: {}", path, failed.toString());
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE; // a server that is ending has removed it itself
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
