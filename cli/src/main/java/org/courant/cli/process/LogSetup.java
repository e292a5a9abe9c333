package org.courant.cli.process;

import java.net.URI;
import java.nio.file.Path;
import org.apache.logging.log4j.core.config.Configurator;

/** Chooses where the log goes and what it looks like; {@code -Dlog4j2.configurationFile} wins over it. */
public final class LogSetup {
    private static final String CONFIGURATION = "log4j2.configurationFile";

    /** Log4j reads them while it reads its configuration. */
    private static final String DESTINATION = "courant.log.destination";

    private static final String FILE = "courant.log.file";
    private static final String FORMAT = "courant.log.format";
    private static final String LEVEL = "courant.log.level";
    private static final String LIBRARIES = "courant.log.libraries";

    private LogSetup() {}

    /** For a service: events on standard error. */
    public static void toStandardError(LogSettings settings) {
        choose(settings, "stderr");
    }

    /**
     * For everything in one process: a file, and on standard error only what Courant warns of.
     *
     * @return the file
     */
    public static Path toFileIn(Path directory, LogSettings settings) {
        Path file = directory.resolve("courant.log");
        System.setProperty(FILE, file.toString());
        choose(settings, "file");
        return file;
    }

    private static void choose(LogSettings settings, String destination) {
        if (System.getProperty(CONFIGURATION) == null) {
            System.setProperty(DESTINATION, destination);
            System.setProperty(FORMAT, settings.format().name());
            System.setProperty(LEVEL, settings.level().name());
            System.setProperty(LIBRARIES, settings.level().ofLibraries().name());
            Configurator.reconfigure(URI.create("classpath:org/courant/cli/process/log4j2-services.xml"));
        }
    }
}
