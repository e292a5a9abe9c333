package org.courant.lab.faults.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A {@code courant} command that ends by itself.
 *
 * @param output file with what it prints
 */
public record Command(List<String> words, Process process, Path output) {
    private static final int MINUTES = 5;

    /**
     * @param directory where its output goes
     * @param config settings file
     */
    static Command begin(Product product, Path directory, Path config, List<String> words) {
        List<String> arguments = new ArrayList<>(words);
        arguments.addAll(List.of("--config", config.toString()));
        Path output = directory.resolve(String.join("-", words) + ".log");
        try {
            Process process = new ProcessBuilder(product.command(Overlay.NONE, List.of("-Xmx160m"), arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new Command(List.copyOf(words), process, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for its end, for a bounded time. */
    public void await() {
        try {
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
