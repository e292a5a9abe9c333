package org.courant.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

/**
 * A main class in a JVM of its own, with this JVM's class path, that a test may kill, stop and watch. It ends when this
 * JVM ends, however that ends.
 */
public final class ForkedJvm implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final ChildOutput output;
    private final Thread atExit;

    private ForkedJvm(Process process, Path output) {
        this.process = process;
        this.output = new ChildOutput(process, output);
        // A stopped (SIGSTOP) child cannot notice that its parent has gone.
        this.atExit = new Thread(process::destroyForcibly, "kill-" + process.pid());
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starts {@code main} with a small heap. */
    public static ForkedJvm start(Class<?> main, Path output, String... args) {
        return start(main, output, List.of("-Xmx256m"), args);
    }

    /**
     * Starts it.
     *
     * @param output file that takes standard output and error; written anew
     * @param jvmOptions such as {@code -Xmx256m}
     */
    public static ForkedJvm start(Class<?> main, Path output, List<String> jvmOptions, String... args) {
        try {
            Process process = new ProcessBuilder(ForkedMain.command(main, jvmOptions, List.of(args)))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new ForkedJvm(process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** All output so far. */
    public String output() {
        return output.text();
    }

    /** Waits a minute for a line of output in which the regular expression is found. */
    public MatchResult awaitLine(String regex) {
        return awaitLine(regex, PATIENCE);
    }

    /**
     * Waits for a line of output in which the regular expression is found.
     *
     * @throws AssertionError with the last lines of output, where the process ends or the time is up before
     */
    public MatchResult awaitLine(String regex, Duration atMost) {
        return output.awaitLine(regex, atMost);
    }

    /** SIGKILL, and waits until it is dead. */
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** SIGTERM, so that shutdown hooks run, and waits for the end; returns the exit code. */
    public int stop() {
        process.toHandle().destroy(); // unlike Process.destroy, leaves the pipe that tells the child of our end
        return exitCode();
    }

    /** SIGSTOP, and waits until each thread has stopped: alive, connected and silent. */
    public void pause() {
        signal("STOP");
        Path threads = Path.of("/proc", String.valueOf(pid()), "task");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (Files.isDirectory(threads) && !haveStopped(threads)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("process " + pid() + " still runs after SIGSTOP" + output.lastLines());
            }
            Thread.onSpinWait();
        }
    }

    /** A signal reaches a thread when the kernel next looks at it, which on a busy machine may take seconds. */
    private static boolean haveStopped(Path threads) {
        try (Stream<Path> each = Files.list(threads)) {
            return each.allMatch(ForkedJvm::hasStopped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the letter that follows the name in parentheses; see proc_pid_stat(5). */
    private static boolean hasStopped(Path thread) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) == 'T';
        } catch (IOException endedMeanwhile) {
            return true;
        }
    }

    /** SIGCONT. */
    public void resume() {
        signal("CONT");
    }

    /** Waits a minute for the end. */
    public int exitCode() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError(
                        "process " + pid() + " did not end within " + PATIENCE.toSeconds() + " s" + output.lastLines());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for process " + pid(), e);
        }
    }

    /** Kills it where it still lives. */
    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void signal(String name) {
        try {
            int exit = new ProcessBuilder("kill", "-" + name, String.valueOf(pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("kill -" + name + " " + pid() + " failed with exit code " + exit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
