package org.courant.cli.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.courant.ingest.definition.SourceDefinitions;
import org.courant.service.settings.Problems;
import org.courant.service.settings.SettingsFile;

/** What {@code courant local} polls where nobody says what. */
public final class DefaultSources {
    private static final String FILE = "default-sources.yaml";

    private DefaultSources() {}

    /** The settings, with these sources if they state none. */
    public static EverythingSettings orStated(EverythingSettings settings) {
        return settings.sources().sources().isEmpty() ? settings.withSources(read()) : settings;
    }

    static SourceDefinitions read() {
        Problems problems = new Problems(FILE);
        SourceDefinitions sources = SourceDefinitions.from(SettingsFile.parse(text(), Map.of(), problems));
        problems.throwIfAny();
        return sources;
    }

    private static String text() {
        try (InputStream stored = DefaultSources.class.getResourceAsStream(FILE)) {
            return new String(Objects.requireNonNull(stored, FILE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
