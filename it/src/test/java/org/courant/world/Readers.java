package org.courant.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The readers of {@code docs/consumers}, each run from the file that a person copies; where a machine lacks what one of
 * them needs, its test is skipped.
 *
 * @param environment where they find Kafka, registry and topic
 * @param folder for what they need and print
 */
record Readers(Map<String, String> environment, Path folder) {
    private static final Path EXAMPLES = Path.of("..", "docs", "consumers").toAbsolutePath();
    private static final Duration INSTALLING = Duration.ofMinutes(3);

    /** Java compiled against the libraries that this test has; a warning is an error. */
    Reader java(String name) {
        String libraries = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path classes = folder.resolve("classes");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exitCode = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        said,
                        said,
                        "-d",
                        classes.toString(),
                        "-cp",
                        libraries,
                        "-proc:none",
                        "-Xlint:all,-path,-classfile",
                        "-Werror",
                        EXAMPLES.resolve("java").resolve(name + ".java").toString());
        assertThat(exitCode).as(said.toString(StandardCharsets.UTF_8)).isZero();
        return reader(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes + File.pathSeparator + libraries,
                name));
    }

    /** Node with what its lock file names, installed into a copy. */
    Reader node() {
        if (!attempt(folder, "npm", "--version").succeeded()) {
            skip("Node's reader", "there is no npm; install Node 20 or later");
        }
        Path copy = copy(EXAMPLES.resolve("node"), folder.resolve("node"));
        Attempt installed = attempt(copy, "npm", "ci", "--prefer-offline");
        if (!installed.succeeded()) {
            if (attempt(copy, "npm", "view", "kafkajs", "version", "--prefer-online")
                    .succeeded()) {
                throw new AssertionError("'npm ci' fails though npm's registry answers: " + installed.said());
            }
            skip("Node's reader", "npm's registry does not answer and its cache lacks a module");
        }
        return reader(List.of("node", copy.resolve("reader.js").toString()));
    }

    /** Python with the modules of its own or those of the distribution, which a Python on the path need not have. */
    Reader python() {
        for (String python : List.of("python3", "/usr/bin/python3")) {
            if (attempt(folder, python, "-c", "import avro.io, confluent_kafka").succeeded()) {
                return reader(
                        List.of(python, EXAMPLES.resolve("python/reader.py").toString()));
            }
        }
        return skip(
                "Python's reader",
                "python3 has no modules confluent_kafka and avro; Debian has them as python3-confluent-kafka and python3-avro");
    }

    private Reader reader(List<String> command) {
        return new Reader(command, environment, folder);
    }

    private static Reader skip(String what, String why) {
        System.out.println("skipped: " + what + ": " + why);
        return abort("skipped: " + what + ": " + why);
    }

    /** How a command ended, and what it said. */
    private record Attempt(boolean succeeded, String said) {}

    private Attempt attempt(Path directory, String... command) {
        Path said = folder.resolve("said");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            try {
                boolean ended = process.waitFor(INSTALLING.toSeconds(), TimeUnit.SECONDS);
                return new Attempt(ended && process.exitValue() == 0, Files.readString(said));
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException noSuchProgram) {
            return new Attempt(false, noSuchProgram.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static Path copy(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
