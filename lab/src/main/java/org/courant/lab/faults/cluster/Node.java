package org.courant.lab.faults.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A process of the system under test that can be killed, stopped and started again on what it left behind. */
public final class Node {
    private final NodeSpec spec;
    private final Reaper reaper;
    private volatile @Nullable Process process;
    private volatile boolean paused;
    private volatile Map<String, String> environment = Map.of();

    public Node(NodeSpec spec, Reaper reaper) {
        this.spec = spec;
        this.reaper = reaper;
    }

    public String name() {
        return spec.name();
    }

    public NodeSpec spec() {
        return spec;
    }

    /** Starts it and returns at once; nothing happens where it runs. */
    public synchronized void start() {
        if (isAlive()) {
            return;
        }
        try {
            Files.createDirectories(spec.directory());
            ProcessBuilder builder = new ProcessBuilder(spec.command())
                    .directory(spec.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output()));
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            builder.environment().putAll(environment);
            Process started = builder.start();
            reaper.add(started.pid());
            process = started;
            paused = false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Variables of the environment from the next start on. */
    public void environment(Map<String, String> variables) {
        environment = Map.copyOf(variables);
    }

    /** SIGKILL, and waits until it is dead. */
    public synchronized void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            ended(running, 60);
        }
    }

    /**
     * SIGTERM, and SIGKILL where that does not end it.
     *
     * @return whether it ended by itself within the time
     */
    public synchronized boolean terminate(int seconds) {
        Process running = process;
        if (running == null) {
            return true;
        }
        if (paused) {
            resume();
        }
        running.destroy();
        boolean inTime = ended(running, seconds);
        kill();
        return inTime;
    }

    /** SIGSTOP: alive, connected and silent. */
    public synchronized void pause() {
        signal("STOP");
        paused = true;
    }

    /** SIGCONT. */
    public synchronized void resume() {
        signal("CONT");
        paused = false;
    }

    public boolean isAlive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    public boolean isPaused() {
        return paused;
    }

    /** The exit code of a process that has ended. */
    public OptionalInt exitCode() {
        Process running = process;
        return running == null || running.isAlive() ? OptionalInt.empty() : OptionalInt.of(running.exitValue());
    }

    public boolean isReady() {
        return isAlive() && !paused && spec.readiness().isReady();
    }

    /** Deletes its local state; it must be dead. */
    public void loseState() {
        Path state = spec.state();
        if (state != null) {
            Directories.clear(state);
        }
    }

    private File output() {
        return spec.directory().resolve(name() + ".log").toFile();
    }

    private boolean ended(Process running, int seconds) {
        try {
            boolean ended = running.waitFor(seconds, TimeUnit.SECONDS);
            if (ended) {
                reaper.remove(running.pid());
                paused = false;
            }
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the end of " + name(), e);
        }
    }

    private void signal(String name) {
        Process running = process;
        if (running == null || !running.isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(running.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while signalling " + name(), e);
        }
    }
}
