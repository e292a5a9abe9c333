package org.courant.service.streams;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.courant.service.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where one instance of a topology keeps its local state. Instances on one machine, such as scaled containers that
 * share a volume, may be given the same directory: the first one takes the directory itself, the others take
 * {@code instance-2}, {@code instance-3} and so on in it. Whichever instance starts next takes the first that is free,
 * so that state outlives the processes and containers that made it.
 *
 * <p>The lock is the kernel's: it ends with the process, however that ends. Within one JVM the channel of a refused
 * attempt, when closed, may release the lock of the instance that holds it; Kafka Streams' own lock then still keeps a
 * second process out, which fails aloud instead of finding another place.
 */
final class StateDirectory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StateDirectory.class);
    private static final int MOST_INSTANCES = 100;

    private final Path path;
    private final FileLock lock;
    private final UUID member;

    private StateDirectory(Path path, FileLock lock, UUID member) {
        this.path = path;
        this.lock = lock;
        this.member = member;
    }

    /**
     * Takes a directory until it is closed, and makes it and those above it. Kafka Streams would make it too, but of
     * two applications that start together on the same missing directory it takes the slower one for failed.
     *
     * @param root the setting {@code state-dir}
     * @param application id of the application; others in the same directory do not matter
     * @throws CannotStart if no directory can be made, locked or written to
     */
    static StateDirectory claim(Path root, String application) {
        for (Path path : places(root)) {
            make(path);
            Optional<StateDirectory> taken = take(path, application);
            if (taken.isPresent()) {
                LOG.info("{}: local state is in {}", application, path.toAbsolutePath());
                return taken.get();
            }
        }
        throw new CannotStart("the directory for local state, " + root.toAbsolutePath() + ", is in use by "
                + MOST_INSTANCES + " instances of " + application + "; set state-dir to another place");
    }

    /** The folders, in the order of the instances, in which those of an application have kept state. */
    static List<Path> folders(Path root, String application) {
        return places(root).stream()
                .map(place -> place.resolve(application))
                .filter(Files::isDirectory)
                .toList();
    }

    private static List<Path> places(Path root) {
        return IntStream.rangeClosed(1, MOST_INSTANCES)
                .mapToObj(instance -> instance == 1 ? root : root.resolve("instance-" + instance))
                .toList();
    }

    /** What Kafka Streams is given as its {@code state.dir}. */
    Path path() {
        return path;
    }

    /** Name in the group of whoever has this directory, the same for one after the other; nobody else has it. */
    UUID member() {
        return member;
    }

    /** Lets the next instance have it. */
    @Override
    public void close() {
        try {
            lock.acquiredBy().close();
        } catch (IOException failed) {
            LOG.warn("the directory for local state, {}, could not be given back", path.toAbsolutePath(), failed);
        }
    }

    private static void make(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException failed) {
            throw new CannotStart(
                    "the directory for local state, " + path.toAbsolutePath() + ", cannot be made (" + failed
                            + "); make room or grant the right to write there, or set state-dir to another place",
                    failed);
        }
        if (!Files.isWritable(path)) {
            throw new CannotStart("the directory for local state, " + path.toAbsolutePath()
                    + ", cannot be written to; grant the right to write there, or set state-dir to another place");
        }
    }

    /** Empty if another instance has it. */
    private static Optional<StateDirectory> take(Path path, String application) {
        Path file = path.resolve(application + ".lock");
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Optional<FileLock> lock = tryLock(channel);
            if (lock.isEmpty()) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new StateDirectory(path, lock.get(), member(channel)));
        } catch (IOException failed) {
            throw new CannotStart(
                    file.toAbsolutePath() + " cannot be locked (" + failed
                            + "); set state-dir to a place on a disk of this machine",
                    failed);
        }
    }

    /** What the lock's file says, or a new one that it says from now on. */
    private static UUID member(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
        if (channel.size() == bytes.capacity()) {
            channel.read(bytes, 0);
            return new UUID(bytes.getLong(0), bytes.getLong(Long.BYTES));
        }
        UUID made = UUID.randomUUID();
        bytes.putLong(made.getMostSignificantBits()).putLong(made.getLeastSignificantBits());
        channel.truncate(0).write(bytes.flip(), 0);
        return made;
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException heldByThisProcess) {
            return Optional.empty();
        }
    }
}
