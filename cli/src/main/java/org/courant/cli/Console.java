package org.courant.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command reads and writes.
 *
 * @param out results
 * @param err everything else a person should see
 * @param environment environment variables
 * @param terminal whether a person looks at {@code out}, so that emphasis is of use
 * @param columns width to which texts are wrapped
 */
public record Console(
        PrintWriter out, PrintWriter err, Map<String, String> environment, boolean terminal, int columns) {
    /** The launcher tells the width of the terminal here, if there is one; a JVM cannot find it out by itself. */
    static final String COLUMNS_PROPERTY = "courant.columns";

    private static final int WIDEST_READABLE = 100;
    private static final int NARROWEST_USEFUL = 40;

    public Console {
        environment = Map.copyOf(environment);
    }

    /** The process's own; always UTF-8, whatever the locale, since titles and abstracts are. */
    static Console ofProcess() {
        String columns = System.getProperty(COLUMNS_PROPERTY, "");
        return new Console(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                System.getenv(),
                !columns.isEmpty(),
                columns(columns));
    }

    /** How to emphasise here; {@code NO_COLOR} (no-color.org) is respected. */
    public Emphasis emphasis() {
        boolean wanted = terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return wanted ? Emphasis.ANSI : Emphasis.NONE;
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static int columns(String stated) {
        int columns = stated.matches("[1-9]\\d{0,4}") ? Integer.parseInt(stated) : WIDEST_READABLE;
        return Math.max(NARROWEST_USEFUL, Math.min(WIDEST_READABLE, columns));
    }
}
