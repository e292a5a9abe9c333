package org.courant.publish.finish;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.courant.service.settings.Section;

/**
 * The section {@code publish.ranking} of the settings: what counts for the rank of an entry, and how much. See
 * {@link Ranking}.
 *
 * @param confidence for the whole confidence of the section
 * @param source for each further source that it appeared at
 * @param kind for each further kind of source
 * @param revision for a later version of a known work; less than 0 ranks it lower
 * @param freshness for a publication at the end of the edition's day
 * @param sources by id of a source
 * @param phrases by phrase of headline or summary, whole words, in any case
 */
public record RankingWeights(
        double confidence,
        double source,
        double kind,
        double revision,
        double freshness,
        NavigableMap<String, Double> sources,
        NavigableMap<String, Double> phrases) {
    private static final String NAME = "ranking";
    private static final double MOST = 100;
    private static final String EXPECTED = "a number from -100 to 100";

    /** What holds without settings. */
    public static final RankingWeights DEFAULT =
            new RankingWeights(1, 0.1, 0.5, -0.25, 0.1, new TreeMap<>(), new TreeMap<>());

    public RankingWeights {
        sources = Collections.unmodifiableNavigableMap(new TreeMap<>(sources));
        phrases = Collections.unmodifiableNavigableMap(new TreeMap<>(phrases));
    }

    /** Reads the section; what is wrong goes to the problems of the file. */
    public static RankingWeights from(Section publish) {
        Section section = publish.section(NAME);
        RankingWeights weights = new RankingWeights(
                weight(section, "confidence", DEFAULT.confidence),
                weight(section, "per-source", DEFAULT.source),
                weight(section, "per-kind", DEFAULT.kind),
                weight(section, "revision", DEFAULT.revision),
                weight(section, "freshness", DEFAULT.freshness),
                byName(section, "sources"),
                byName(section, "phrases"));
        section.rejectUnknownKeys();
        return weights;
    }

    private static double weight(Section section, String key, double fallback) {
        return section.read(key, fallback, EXPECTED, RankingWeights::number);
    }

    private static NavigableMap<String, Double> byName(Section section, String key) {
        NavigableMap<String, Double> weights = new TreeMap<>();
        for (Map.Entry<String, String> entry : section.map(key).entrySet()) {
            try {
                weights.put(entry.getKey(), number(entry.getValue()));
            } catch (IllegalArgumentException bad) {
                String name = "publish." + NAME + "." + key + "." + entry.getKey();
                String problem = "%s is '%s'; expected %s".formatted(name, entry.getValue(), EXPECTED);
                section.problems().add(section.origin(key), problem);
            }
        }
        return weights;
    }

    private static double number(String text) {
        double number = Double.parseDouble(text.strip());
        if (!(Math.abs(number) <= MOST)) {
            throw new IllegalArgumentException("'" + text + "' is not " + EXPECTED);
        }
        return number;
    }
}
