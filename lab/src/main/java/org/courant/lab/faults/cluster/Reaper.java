package org.courant.lab.faults.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Kills every process that was started when this JVM ends, however it ends: a shell that reads process ids until its
 * input does. A stopped process (SIGSTOP) could not do that for itself.
 */
public final class Reaper implements AutoCloseable {
    private static final String SHELL = """
            trap '' INT TERM HUP
            while read -r sign pid; do
              if [ "$sign" = + ]; then all="$all $pid "; else all=$(printf '%s' "$all" | sed "s/ $pid / /"); fi
            done
            for pid in $all; do kill -KILL "$pid" 2>/dev/null; done
            """;

    private final Process shell;
    private final Writer ids;

    private Reaper(Process shell) {
        this.shell = shell;
        this.ids = shell.outputWriter(StandardCharsets.UTF_8);
    }

    public static Reaper start() {
        try {
            return new Reaper(new ProcessBuilder(List.of("sh", "-c", SHELL))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void add(long pid) {
        send("+ " + pid);
    }

    public void remove(long pid) {
        send("- " + pid);
    }

    private synchronized void send(String line) {
        try {
            ids.write(line + "\n");
            ids.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the process that kills our children has gone", e);
        }
    }

    @Override
    public void close() {
        try {
            ids.close();
            shell.waitFor(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
