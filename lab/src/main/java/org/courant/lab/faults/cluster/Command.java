package org.courant.lab.faults.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code courant} commands that end.
 *
 * @param directory where their output goes
 * @param config settings file
 */
record Command(Product product, Path directory, Path config) {
    private static final int MINUTES = 5;

    void run(List<String> words) {
        List<String> arguments = new ArrayList<>(words);
        arguments.addAll(List.of("--config", config.toString()));
        Path output = directory.resolve(String.join("-", words) + ".log");
        try {
            Process process = new ProcessBuilder(product.command(Overlay.NONE, List.of("-Xmx160m"), arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("courant %s does not end; see %s".formatted(words, output));
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(
                        "courant %s ended with %d: %s".formatted(words, process.exitValue(), Files.readString(output)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while courant " + words + " ran", e);
        }
    }
}
