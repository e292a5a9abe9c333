package org.courant.service.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of the settings. Asking for a key makes it known; {@link #rejectUnknownKeys} then names the keys that
 * nobody asked for. A value that cannot be read is a problem, and the fallback is returned so that reading goes on.
 */
public final class Section {
    private final String path;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Environment environment;
    private final Problems problems;
    private final Set<String> known = new TreeSet<>();
    private final String origin;

    Section(String path, Optional<MappingNode> mapping, Environment environment, Problems problems) {
        this.path = path;
        this.environment = environment;
        this.problems = problems;
        this.origin = mapping.flatMap(Node::getStartMark)
                .map(mark -> problems.line(mark.getLine()))
                .orElse(problems.file());
        mapping.ifPresent(this::add);
    }

    private void add(MappingNode mapping) {
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            int line = tuple.getKeyNode()
                    .getStartMark()
                    .map(mark -> mark.getLine())
                    .orElse(0);
            if (nodes.put(key, tuple.getValueNode()) != null) {
                problems.add(problems.line(line), "'" + full(key) + "' is given twice; keep one");
            }
            lines.put(key, line);
        }
    }

    /** Where this section starts, for messages: {@code courant.yaml:12}. */
    public String origin() {
        return origin;
    }

    /** Where a key is set, for messages. */
    public String origin(String key) {
        return environment
                .override(full(key), problems)
                .map(Environment.Setting::variable)
                .orElseGet(() -> lines.containsKey(key) ? problems.line(lines.get(key)) : origin);
    }

    public Problems problems() {
        return problems;
    }

    public boolean has(String key) {
        return scalar(key).isPresent() || nodes.containsKey(key);
    }

    public Optional<String> text(String key) {
        return scalar(key);
    }

    public String text(String key, String fallback) {
        return scalar(key).orElse(fallback);
    }

    /** A text that must be there; its absence is a problem. */
    public String required(String key, String expected) {
        return scalar(key).filter(value -> !value.isBlank()).orElseGet(() -> {
            problems.add(origin(key), "'" + full(key) + "' is missing; expected " + expected);
            return "";
        });
    }

    public int integer(String key, int fallback, int least, int most) {
        return read(key, fallback, "a whole number from " + least + " to " + most, text -> {
            int value = Integer.parseInt(text.strip());
            if (value < least || value > most) {
                throw new IllegalArgumentException();
            }
            return value;
        });
    }

    public boolean flag(String key, boolean fallback) {
        return read(key, fallback, "true or false", text -> switch (text.strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        });
    }

    /** One of the constants of an enum, written in lower case with hyphens. */
    public <E extends Enum<E>> E choice(String key, Class<E> type, E fallback, Collection<E> allowed) {
        List<String> names = allowed.stream().map(Section::spelled).toList();
        return read(
                key,
                fallback,
                "one of " + String.join(", ", names),
                text -> allowed.stream()
                        .filter(constant -> spelled(constant).equals(text.strip()))
                        .findFirst()
                        .orElseThrow(IllegalArgumentException::new));
    }

    /**
     * A value of any other type.
     *
     * @param expected what a good value looks like, for the message
     * @param parser throws an IllegalArgumentException for a bad value
     */
    public <T> T read(String key, T fallback, String expected, Function<String, T> parser) {
        Optional<String> text = scalar(key);
        if (text.isEmpty()) {
            return fallback;
        }
        try {
            return parser.apply(text.get());
        } catch (IllegalArgumentException bad) {
            problems.add(origin(key), full(key), text.get(), expected);
            return fallback;
        }
    }

    /** A list of texts; a single text is a list of one, and an override is separated by commas. */
    public List<String> texts(String key) {
        known.add(key);
        Optional<Environment.Setting> override = environment.override(full(key), problems);
        if (override.isPresent()) {
            return Arrays.stream(override.get().value().split(","))
                    .map(String::strip)
                    .toList();
        }
        if (nodes.get(key) instanceof SequenceNode list) {
            return list.getValue().stream()
                    .map(node -> scalar(node, key))
                    .flatMap(Optional::stream)
                    .toList();
        }
        return scalar(key).map(List::of).orElseGet(List::of);
    }

    /** A free-form mapping of texts, with the overrides below it. */
    public Map<String, String> map(String key) {
        Section section = section(key);
        Map<String, String> values = new LinkedHashMap<>();
        section.nodes.forEach((name, node) -> section.scalar(node, name).ifPresent(value -> values.put(name, value)));
        values.putAll(environment.overridesBelow(full(key), problems));
        return values;
    }

    /** A nested mapping; empty where it is absent. */
    public Section section(String key) {
        known.add(key);
        Node node = nodes.get(key);
        if (node != null && !(node instanceof MappingNode) && !isNull(node)) {
            problems.add(origin(key), "'" + full(key) + "' should hold indented 'key: value' lines");
        }
        Optional<MappingNode> mapping = node instanceof MappingNode found ? Optional.of(found) : Optional.empty();
        return new Section(full(key), mapping, environment, problems);
    }

    /** A list of mappings. */
    public List<Section> sections(String key) {
        known.add(key);
        if (!(nodes.get(key) instanceof SequenceNode list)) {
            if (nodes.containsKey(key) && !isNull(nodes.get(key))) {
                problems.add(origin(key), "'" + full(key) + "' should be a list: lines that start with '- '");
            }
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        for (Node node : list.getValue()) {
            String name = full(key) + "[" + sections.size() + "]";
            Optional<MappingNode> mapping = node instanceof MappingNode found ? Optional.of(found) : Optional.empty();
            if (mapping.isEmpty()) {
                problems.add(origin(key), "'" + name + "' should hold indented 'key: value' lines");
            }
            sections.add(new Section(name, mapping, environment, problems));
        }
        return sections;
    }

    /** Reports every key that nobody asked for, with the known key that it may have been meant to be. */
    public void rejectUnknownKeys() {
        nodes.keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> problems.add(
                        problems.line(lines.getOrDefault(key, 0)),
                        "unknown key '" + full(key) + "'; "
                                + Suggestion.closest(key, known)
                                        .map(close -> "did you mean '" + close + "'?")
                                        .orElse("known here: " + String.join(", ", known))));
    }

    private Optional<String> scalar(String key) {
        known.add(key);
        return environment
                .override(full(key), problems)
                .map(Environment.Setting::value)
                .or(() -> Optional.ofNullable(nodes.get(key)).flatMap(node -> scalar(node, key)));
    }

    private Optional<String> scalar(Node node, String key) {
        if (node instanceof ScalarNode scalar) {
            return isNull(node)
                    ? Optional.empty()
                    : Optional.of(environment.expand(scalar.getValue(), origin(key), problems));
        }
        problems.add(origin(key), "'" + full(key) + "' should be a single value");
        return Optional.empty();
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private String full(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
