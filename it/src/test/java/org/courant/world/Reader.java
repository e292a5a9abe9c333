package org.courant.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A reader of {@code docs/consumers}, run as its README says.
 *
 * @param command what runs it
 * @param environment where it finds Kafka, registry and topic
 * @param folder its working directory; its output goes there
 */
record Reader(List<String> command, Map<String, String> environment, Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Runs it to its end; returns what it printed. */
    List<JsonNode> read() {
        try (Run run = run()) {
            if (!run.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError(
                        command + " did not end within " + PATIENCE.toSeconds() + " s; it says: " + run.complaints());
            }
            assertThat(run.process.exitValue())
                    .as("exit code of %s, which says: %s", command, run.complaints())
                    .isZero();
            return run.printed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Starts it; with {@code --follow} it stays until it is closed. */
    Run run(String... arguments) {
        try {
            Path out = Files.createTempFile(folder, "reader", ".out");
            Path err = Files.createTempFile(folder, "reader", ".err");
            ProcessBuilder builder = new ProcessBuilder(Stream.concat(command.stream(), Stream.of(arguments))
                            .toList())
                    .directory(folder.toFile())
                    .redirectOutput(Redirect.to(out.toFile()))
                    .redirectError(Redirect.to(err.toFile()));
            builder.environment().putAll(environment);
            return new Run(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A reader that runs. */
    static final class Run implements AutoCloseable {
        private final Process process;
        private final Path out;
        private final Path err;
        private final Thread atExit;

        private Run(Process process, Path out, Path err) {
            this.process = process;
            this.out = out;
            this.err = err;
            this.atExit = new Thread(process::destroyForcibly, "kill-" + process.pid());
            Runtime.getRuntime().addShutdownHook(atExit);
        }

        /** What it has printed so far. */
        List<JsonNode> lines() {
            if (!process.isAlive()) {
                throw new IllegalStateException("the reader has ended; it says: " + complaints());
            }
            return printed();
        }

        private List<JsonNode> printed() {
            String text = text(out);
            List<JsonNode> lines = new ArrayList<>();
            // What stands after the last line feed is not a line yet.
            text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(line -> lines.add(parsed(line)));
            return lines;
        }

        private String complaints() {
            return text(err);
        }

        private static JsonNode parsed(String line) {
            try {
                return JSON.readTree(line);
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + line, e);
            }
        }

        private static String text(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Runtime.getRuntime().removeShutdownHook(atExit);
        }
    }
}
