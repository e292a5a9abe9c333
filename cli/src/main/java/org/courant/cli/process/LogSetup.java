package org.courant.cli.process;

import java.net.URI;
import java.nio.file.Path;
import org.apache.logging.log4j.core.config.Configurator;

/** Chooses where the log goes; {@code -Dlog4j2.configurationFile} wins over it. */
public final class LogSetup {
    private static final String CONFIGURATION = "log4j2.configurationFile";

    private static final String FILE = "courant.log.file";

    private LogSetup() {}

    /** For a service: one line an event on standard error. */
    public static void toStandardError() {
        choose("log4j2-service.xml");
    }

    /**
     * For everything in one process: a file, and on standard error only what Courant warns of.
     *
     * @return the file
     */
    public static Path toFileIn(Path directory) {
        Path file = directory.resolve("courant.log");
        System.setProperty(FILE, file.toString());
        choose("log4j2-file.xml");
        return file;
    }

    private static void choose(String resource) {
        if (System.getProperty(CONFIGURATION) == null) {
            Configurator.reconfigure(URI.create("classpath:org/courant/cli/process/" + resource));
        }
    }
}
