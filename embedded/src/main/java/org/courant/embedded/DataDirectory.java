package org.courant.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A directory that this process alone may use until it is closed; the operating system ends the claim of a dead
 * process.
 */
public final class DataDirectory implements AutoCloseable {
    /** Below this a broker or registry would fail within minutes, and less plainly. */
    private static final long LEAST_FREE_BYTES = 64L << 20;

    private static final String LOCK_FILE = "courant.lock";

    private final Path path;
    private final FileChannel channel;

    private DataDirectory(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes the directory where it is absent and claims it.
     *
     * @throws EmbeddedException where it cannot be written, belongs to another process or stands on a full disk
     */
    public static DataDirectory claim(Path directory) {
        return claim(directory, LEAST_FREE_BYTES);
    }

    static DataDirectory claim(Path directory, long leastFreeBytes) {
        Path path = directory.toAbsolutePath().normalize();
        FileChannel channel = open(path);
        try {
            if (tryLock(channel) == null) {
                throw new EmbeddedException("data directory " + path
                        + " is in use by another process; stop that process" + " or choose another directory");
            }
            requireSpace(path, leastFreeBytes);
            return new DataDirectory(path, channel);
        } catch (IOException | RuntimeException e) {
            closeAfter(e, channel);
            throw e instanceof EmbeddedException known ? known : unusable(path, e);
        }
    }

    /** The absolute path. */
    public Path path() {
        return path;
    }

    /**
     * Whoever runs on it looks from time to time, so as to stop while there is still room to stop in order: a broker
     * that has once found no room to write serves nothing more until it is started again.
     *
     * @param leastFreeBytes what may still be written from the decision to stop until the end
     * @throws EmbeddedException where less is free
     */
    public void requireSpace(long leastFreeBytes) {
        try {
            requireSpace(path, leastFreeBytes);
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new EmbeddedException("lock of data directory " + path + " could not be given up: " + e, e);
        }
    }

    private static FileChannel open(Path path) {
        try {
            Files.createDirectories(path);
            return FileChannel.open(path.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process, which for the user is the same thing
        }
    }

    private static void requireSpace(Path path, long leastFreeBytes) throws IOException {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < leastFreeBytes) {
            throw new EmbeddedException(
                    "disk of data directory %s is full: %d MiB are free and at least %d are needed; free some space or choose another directory"
                            .formatted(path, free >> 20, leastFreeBytes >> 20));
        }
    }

    private static EmbeddedException unusable(Path path, Exception cause) {
        return new EmbeddedException(
                "data directory " + path + " cannot be written (" + cause
                        + "); give this user the right to write there or choose another directory",
                cause);
    }

    private static void closeAfter(Exception failure, FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
