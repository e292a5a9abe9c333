package org.courant.service.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads a YAML file into sections. Every key can be overridden by an environment variable: {@code publish.port} by
 * {@code COURANT_PUBLISH_PORT}, or by the content of the file that {@code COURANT_PUBLISH_PORT_FILE} names.
 * {@code ${NAME}} and {@code ${NAME:-default}} in values stand for environment variables.
 */
public final class SettingsFile {
    private SettingsFile() {}

    /**
     * Reads a file.
     *
     * @throws InvalidSettings if the file cannot be read or is not YAML; what is wrong with single values goes to
     *     problems
     */
    public static Section read(Path file, Map<String, String> environment, Problems problems) {
        try {
            return parse(Files.readString(file), environment, problems);
        } catch (IOException unreadable) {
            throw new InvalidSettings(List.of(
                    "%s: cannot be read (%s); name an existing file with --config".formatted(file, unreadable)));
        }
    }

    /** Reads text in place of a file. */
    public static Section parse(String yaml, Map<String, String> environment, Problems problems) {
        return new Section("", root(yaml, problems), new Environment(environment), problems);
    }

    private static Optional<MappingNode> root(String yaml, Problems problems) {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setLabel(problems.file()).build();
            Optional<Node> node = new Compose(settings).composeString(yaml);
            if (node.isEmpty() || node.get().getTag().equals(Tag.NULL)) {
                return Optional.empty();
            }
            if (node.get() instanceof MappingNode mapping) {
                return Optional.of(mapping);
            }
            throw new InvalidSettings(List.of(problems.file() + ": expected 'key: value' lines at the top level"));
        } catch (MarkedYamlEngineException malformed) {
            String line = malformed
                    .getProblemMark()
                    .map(mark -> problems.line(mark.getLine()))
                    .orElse(problems.file());
            throw new InvalidSettings(List.of(line + ": not YAML: " + malformed.getProblem()));
        } catch (YamlEngineException malformed) {
            throw new InvalidSettings(List.of(problems.file() + ": not YAML: " + malformed.getMessage()));
        }
    }
}
