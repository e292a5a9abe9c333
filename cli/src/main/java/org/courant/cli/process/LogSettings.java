package org.courant.cli.process;

import java.util.List;
import org.courant.service.settings.Section;

/**
 * The section {@code log} of the settings; every process that runs services reads it.
 *
 * <ul>
 *   <li>{@code level} ({@code info}): from which level on Courant's own lines are logged. Libraries are logged from
 *       {@code warn} on; with {@code debug} from {@code info}, with {@code trace} from {@code debug} on
 *   <li>{@code format} ({@code text}): {@code text}, a line an event, stack traces below it; or {@code json}, an object
 *       a line, by the Elastic Common Schema
 * </ul>
 *
 * @param level of Courant's own lines
 * @param format of all lines
 */
public record LogSettings(Level level, Format format) {
    public static final LogSettings DEFAULT = new LogSettings(Level.INFO, Format.TEXT);

    /** From the least lines to the most. */
    public enum Level {
        ERROR,
        WARN,
        INFO,
        DEBUG,
        TRACE;

        /** What the libraries are logged at: their INFO is the operator's DEBUG. */
        Level ofLibraries() {
            return switch (this) {
                case ERROR -> ERROR;
                case WARN, INFO -> WARN;
                case DEBUG -> INFO;
                case TRACE -> DEBUG;
            };
        }
    }

    /** How an event is written. */
    public enum Format {
        TEXT,
        JSON
    }

    /** Reads the section; what is wrong goes to its problems. */
    public static LogSettings from(Section root) {
        Section section = root.section("log");
        LogSettings settings = new LogSettings(
                section.choice("level", Level.class, DEFAULT.level(), List.of(Level.values())),
                section.choice("format", Format.class, DEFAULT.format(), List.of(Format.values())));
        section.rejectUnknownKeys();
        return settings;
    }
}
