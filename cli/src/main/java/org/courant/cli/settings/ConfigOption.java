package org.courant.cli.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.courant.service.settings.Problems;
import org.courant.service.settings.Section;
import org.courant.service.settings.SettingsFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --config}: the settings file. Without it {@code courant.yaml} is read if it is there. */
public final class ConfigOption {
    /** The sections of a complete file; a command reads those that it needs and leaves the others alone. */
    static final List<String> SECTIONS =
            List.of("kafka", "registry", "topics", "ingest", "enrich", "publish", "local", "log");

    static final String SOURCES = "sources";

    private static final Path DEFAULT = Path.of("courant.yaml");

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "settings file (default: courant.yaml here if there is one, else built-in settings);"
                    + " every key can be overridden by an environment variable,"
                    + " e.g. kafka.bootstrap.servers by COURANT_KAFKA_BOOTSTRAP_SERVERS")
    private @Nullable Path file;

    /**
     * Reads what a command needs.
     *
     * @throws org.courant.service.settings.InvalidSettings with everything that is wrong
     */
    public <T> T read(Map<String, String> environment, Function<Section, T> reader) {
        if (file != null || Files.exists(DEFAULT)) {
            Path present = file != null ? file : DEFAULT;
            Problems problems = new Problems(present.toString());
            return read(SettingsFile.read(present, environment, problems), problems, reader);
        }
        Problems problems = new Problems("built-in settings");
        return read(SettingsFile.parse("", environment, problems), problems, reader);
    }

    static <T> T read(Section root, Problems problems, Function<Section, T> reader) {
        T settings = reader.apply(root);
        SECTIONS.forEach(root::section);
        root.sections(SOURCES);
        root.rejectUnknownKeys();
        problems.throwIfAny();
        return settings;
    }
}
