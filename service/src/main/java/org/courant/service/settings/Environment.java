package org.courant.service.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Environment variables as a source of settings. */
record Environment(Map<String, String> variables) {
    private static final String PREFIX = "COURANT_";
    private static final String FILE = "_FILE";
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?}");

    Environment {
        variables = Map.copyOf(variables);
    }

    /** A value and the variable that it comes from. */
    record Setting(String variable, String value) {}

    /** What overrides a key such as {@code publish.port}. */
    Optional<Setting> override(String key, Problems problems) {
        String name = PREFIX + key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
        return Optional.ofNullable(variables.get(name))
                .map(value -> new Setting(name, value))
                .or(() ->
                        Optional.ofNullable(variables.get(name + FILE)).flatMap(file -> content(name, file, problems)));
    }

    /**
     * Every override below a free-form map such as {@code kafka}: COURANT_KAFKA_SECURITY_PROTOCOL is security.protocol.
     */
    Map<String, String> overridesBelow(String key, Problems problems) {
        String start = PREFIX + key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_") + "_";
        Map<String, String> found = new TreeMap<>();
        variables.keySet().stream()
                .filter(name -> name.startsWith(start))
                .sorted()
                .forEach(name -> {
                    String bare = name.endsWith(FILE) ? name.substring(0, name.length() - FILE.length()) : name;
                    String setting = bare.substring(start.length())
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '.');
                    override(bare.substring(PREFIX.length()), problems).ifPresent(o -> found.put(setting, o.value()));
                });
        return found;
    }

    /** Replaces references by values; a reference without value or default is a problem. */
    String expand(String text, String origin, Problems problems) {
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder expanded = new StringBuilder();
        while (matcher.find()) {
            String value = variables.getOrDefault(matcher.group(1), matcher.group(2));
            if (value == null) {
                problems.add(origin, "the environment variable " + matcher.group(1) + " is not set");
                value = "";
            }
            matcher.appendReplacement(expanded, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(expanded).toString();
    }

    private static Optional<Setting> content(String name, String file, Problems problems) {
        try {
            return Optional.of(
                    new Setting(name + FILE, Files.readString(Path.of(file)).strip()));
        } catch (IOException unreadable) {
            problems.add(name + FILE, "the file '" + file + "' cannot be read: " + unreadable);
            return Optional.empty();
        }
    }
}
