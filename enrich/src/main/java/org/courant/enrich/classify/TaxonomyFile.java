package org.courant.enrich.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.courant.enrich.classify.Taxonomy.SectionDefinition;
import org.courant.schemas.hash.Sha256;
import org.courant.service.settings.InvalidSettings;
import org.courant.service.settings.Problems;
import org.courant.service.settings.Section;
import org.courant.service.settings.SettingsFile;

/** Reads {@code sections.yaml}; every problem is reported at once with its line. */
public final class TaxonomyFile {
    private static final String SHIPPED = "sections.yaml";

    private TaxonomyFile() {}

    /** The taxonomy that ships with Courant. */
    public static Taxonomy shipped() {
        try (InputStream file = TaxonomyFile.class.getResourceAsStream(SHIPPED)) {
            if (file == null) {
                throw new IllegalStateException(SHIPPED + " is missing from the jar; build it again");
            }
            return parse(SHIPPED, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An operator's own.
     *
     * @throws InvalidSettings if it cannot be read or used
     */
    public static Taxonomy read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new InvalidSettings(List.of(
                    "%s: cannot be read (%s); set enrich.sections to an existing file".formatted(file, unreadable)));
        }
    }

    static Taxonomy parse(String name, String yaml) {
        Problems problems = new Problems(name);
        Section root = SettingsFile.parse(yaml, Map.of(), problems);
        double evidence = weight(root, "least-evidence", 1.0);
        double confidence = weight(root, "least-confidence", 0.2);
        double margin = weight(root, "margin", 0.05);
        Set<String> ids = new HashSet<>();
        List<SectionDefinition> sections = root.sections("sections").stream()
                .map(section -> definition(section, ids))
                .toList();
        root.rejectUnknownKeys();
        if (sections.isEmpty()) {
            problems.add(root.origin(), "there are no sections; give at least one under 'sections:'");
        }
        problems.throwIfAny();
        return new Taxonomy(sections, evidence, confidence, margin, fingerprint(yaml));
    }

    private static SectionDefinition definition(Section section, Set<String> ids) {
        String id = section.required("id", "a short name such as training-methods");
        if (!id.matches("[a-z0-9-]+") || id.equals(Taxonomy.OTHER) || !ids.add(id)) {
            section.problems()
                    .add(section.origin("id"), "id '" + id + "' must be unique, of a-z, 0-9 and -, and not 'other'");
        }
        String title = section.required("title", "what readers see");
        String scope = section.text("scope", "");
        String elsewhere = section.text("elsewhere", "");
        Map<String, Double> cues = new LinkedHashMap<>();
        section.texts("cues").forEach(cue -> cues.put(cue, 1.0));
        section.texts("strong-cues").forEach(cue -> cues.put(cue, 2.0));
        Map<String, Double> categories = new LinkedHashMap<>();
        section.map("categories").forEach((name, text) -> categories.put(name, number(section, name, text)));
        List<String> prototypes = section.texts("prototypes");
        boolean needsCue = section.flag("needs-cue", false);
        section.rejectUnknownKeys();
        return new SectionDefinition(id, title, scope, elsewhere, cues, categories, prototypes, needsCue);
    }

    private static double weight(Section section, String key, double fallback) {
        return section.read(key, fallback, "a number from 0 up", Double::parseDouble);
    }

    private static double number(Section section, String name, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException bad) {
            section.problems()
                    .add(section.origin("categories"), "categories." + name + " is '" + text + "'; expected a number");
            return 0;
        }
    }

    private static String fingerprint(String yaml) {
        byte[] hash = Sha256.start().digest(yaml.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, 4);
    }
}
