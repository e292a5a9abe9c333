package org.courant.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A schema registry in a child JVM (Apicurio) that speaks Confluent's REST API to clients on this machine. The child
 * ends with this JVM, however this JVM ends. Its global compatibility is NONE: set it for each subject.
 */
public final class EmbeddedRegistry implements AutoCloseable {
    private static final long SECONDS_TO_STOP = 10;

    private final RegistryDirectory directory;
    private final Process process;
    private final String url;

    private EmbeddedRegistry(RegistryDirectory directory, Process process, String url) {
        this.directory = directory;
        this.process = process;
        this.url = url;
    }

    /**
     * Starts and returns when the registry answers; two to four seconds.
     *
     * @throws EmbeddedException where the registry is not unpacked, the directory cannot be written or is in use, the
     *     port is in use, or the registry does not answer in time; then with its last lines of output
     */
    public static EmbeddedRegistry start(RegistryOptions options) {
        RegistryHome home = RegistryHome.at(options.home());
        if (options.port() != 0) {
            Ports.requireFree(options.port(), "schema registry");
        }
        RegistryDirectory directory = RegistryDirectory.of(options.dataDir());
        try {
            RegistryLauncher launcher = new RegistryLauncher(home, directory.path());
            Process process = launcher.launch(options.port(), options.dataDir() != null);
            return new EmbeddedRegistry(directory, process, awaitUrl(process, launcher.output(), options));
        } catch (IOException e) {
            directory.close();
            throw new EmbeddedException("schema registry could not be started in " + directory.path() + ": " + e, e);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Root of Confluent's API, {@code http://127.0.0.1:port/apis/ccompat/v7}. */
    public String url() {
        return url;
    }

    /** The child's process id. */
    public long pid() {
        return process.pid();
    }

    /** False once the child has ended, by itself too. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /** Stops the child in order, or after ten seconds by force. */
    @Override
    public void close() {
        try (directory) {
            stop(process);
        }
    }

    private static String awaitUrl(Process process, Path output, RegistryOptions options) {
        try {
            return new RegistryStart(process, output, options.deadline()).awaitUrl();
        } catch (RuntimeException e) {
            stop(process);
            throw e;
        }
    }

    private static void stop(Process process) {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            process.destroyForcibly();
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
