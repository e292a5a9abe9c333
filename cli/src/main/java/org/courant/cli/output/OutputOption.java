package org.courant.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine.Option;

/** {@code --output}: whom the result is for. */
public final class OutputOption {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Who reads the result. */
    public enum Format {
        text,
        json
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "text for people or json for programs (default: ${DEFAULT-VALUE})",
            defaultValue = "text")
    private Format format = Format.text;

    public boolean isJson() {
        return format == Format.json;
    }

    /** Prints a table: aligned text, or one JSON array of objects. */
    public void print(Table table, PrintWriter out) {
        if (isJson()) {
            print(table.records(), out);
        } else {
            table.lines().forEach(out::println);
        }
    }

    /** Prints one line of JSON: maps, lists, texts, numbers and booleans. */
    public static void print(Object value, PrintWriter out) {
        try {
            out.println(JSON.writeValueAsString(value));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
