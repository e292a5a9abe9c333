package org.courant.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.courant.cli.local.EverythingSettings;
import org.courant.ingest.IngestSettings;
import org.courant.ingest.http.HttpSettings;
import org.courant.ingest.http.Pace;
import org.courant.service.settings.Problems;
import org.courant.service.settings.Section;
import org.courant.service.settings.SettingsFile;

/** The settings of the demo: everything in a throw-away directory, sources on loopback, no waiting. */
final class DemoSettings {
    private static final String FILE = "demo.yaml";

    private DemoSettings() {}

    /**
     * Makes them.
     *
     * @param upstream root of the sample sources
     * @param data the throw-away directory
     * @param port port of the page, 0 for any free one
     */
    static EverythingSettings of(String upstream, Path data, int port) {
        Map<String, String> values =
                Map.of("UPSTREAM", upstream, "DATA", data.toString(), "PORT", String.valueOf(port));
        Problems problems = new Problems(FILE);
        Section root = SettingsFile.parse(text(), values, problems);
        EverythingSettings settings = EverythingSettings.from(root);
        root.rejectUnknownKeys();
        problems.throwIfAny();
        return settings.withIngest(hurried(settings.ingest()));
    }

    /** The sample sources are nobody's servers, so there is no reason to spare them. */
    private static IngestSettings hurried(IngestSettings ingest) {
        HttpSettings http = ingest.http();
        return new IngestSettings(
                ingest.worker(),
                ingest.contact(),
                new HttpSettings(http.userAgent(), http.limits(), new Pace(Duration.ZERO, Map.of())),
                ingest.healthHost(),
                ingest.healthPort());
    }

    private static String text() {
        try (InputStream stored = DemoSettings.class.getResourceAsStream(FILE)) {
            return new String(Objects.requireNonNull(stored, FILE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
