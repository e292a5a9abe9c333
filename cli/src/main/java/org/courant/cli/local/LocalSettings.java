package org.courant.cli.local;

import java.nio.file.Path;
import org.courant.service.settings.Section;

/**
 * The section {@code local} of the settings; {@code courant local} alone reads it.
 *
 * <ul>
 *   <li>{@code data} ({@code courant-data}): directory for the broker's records, the registry's schemas, the state of
 *       the services and the log
 *   <li>{@code kafka-port} ({@code 9092}; 0 for any free port): port of the broker on 127.0.0.1
 *   <li>{@code registry-port} ({@code 8081}; 0 for any free port): port of the schema registry on 127.0.0.1
 * </ul>
 *
 * @param data directory that everything is kept in
 * @param kafkaPort port of the broker on 127.0.0.1
 * @param registryPort port of the registry on 127.0.0.1
 */
public record LocalSettings(Path data, int kafkaPort, int registryPort) {
    /** Reads the section; what is wrong goes to its problems. */
    public static LocalSettings from(Section root) {
        Section section = root.section("local");
        LocalSettings settings = new LocalSettings(
                Path.of(section.text("data", "courant-data")),
                section.integer("kafka-port", 9092, 0, 65_535),
                section.integer("registry-port", 8081, 0, 65_535));
        section.rejectUnknownKeys();
        return settings;
    }

    /** Where the log is. */
    public Path logs() {
        return data.resolve("logs");
    }

    /** Where the services keep their state. */
    public Path state() {
        return data.resolve("state");
    }
}
