package org.courant.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Processor time of this JVM's compiler threads, which a run of minutes spends and one of days does not. Linux tells it
 * by thread; elsewhere it is unknown and counts as none.
 */
final class Compiler {
    private static final Path TASKS = Path.of("/proc/self/task");
    private static final long NANOS_PER_TICK = Duration.ofMillis(10).toNanos();

    /** Fields of {@code stat} after the name of the thread, in parentheses: time in user mode and in the kernel. */
    private static final int USER = 11;

    private static final int KERNEL = 12;

    private Compiler() {}

    /** So far, in nanoseconds. */
    static long cpu() {
        if (!Files.isDirectory(TASKS)) {
            return 0;
        }
        try (Stream<Path> threads = Files.list(TASKS)) {
            return threads.mapToLong(Compiler::cpu).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long cpu(Path thread) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            int end = stat.lastIndexOf(')');
            if (!stat.substring(0, end).contains("CompilerThre")) {
                return 0;
            }
            List<String> fields = List.of(stat.substring(end + 2).split(" "));
            return (Long.parseLong(fields.get(USER)) + Long.parseLong(fields.get(KERNEL))) * NANOS_PER_TICK;
        } catch (NoSuchFileException ended) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
