package org.courant.enrich.languagemodel.check;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.courant.enrich.text.SpeltWords;
import org.jspecify.annotations.Nullable;

/**
 * Finds numbers in words that a source has neither in this word nor in digits. "One" is no number here: most that are
 * written count nothing.
 */
final class SpeltNumbers {
    /** What a source may have in place of a word: the number in digits, or the singular. */
    private static final Map<String, String> OTHERWISE = Map.ofEntries(
            Map.entry("zero", "0"),
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"),
            Map.entry("tens", "ten"),
            Map.entry("eleven", "11"),
            Map.entry("twelve", "12"),
            Map.entry("dozen", "12"),
            Map.entry("dozens", "dozen"),
            Map.entry("thirteen", "13"),
            Map.entry("fourteen", "14"),
            Map.entry("fifteen", "15"),
            Map.entry("sixteen", "16"),
            Map.entry("seventeen", "17"),
            Map.entry("eighteen", "18"),
            Map.entry("nineteen", "19"),
            Map.entry("twenty", "20"),
            Map.entry("thirty", "30"),
            Map.entry("forty", "40"),
            Map.entry("fifty", "50"),
            Map.entry("sixty", "60"),
            Map.entry("seventy", "70"),
            Map.entry("eighty", "80"),
            Map.entry("ninety", "90"),
            Map.entry("hundred", "100"),
            Map.entry("hundreds", "hundred"),
            Map.entry("thousand", "1000"),
            Map.entry("thousands", "thousand"),
            Map.entry("half", "50"),
            Map.entry("halves", "half"),
            Map.entry("third", "3rd"),
            Map.entry("thirds", "third"),
            Map.entry("quarter", "25"),
            Map.entry("quarters", "quarter"),
            Map.entry("fourth", "4th"),
            Map.entry("fifth", "5th"),
            Map.entry("tenth", "10th"),
            Map.entry("twice", "2x"),
            Map.entry("twofold", "2x"),
            Map.entry("double", "2x"),
            Map.entry("doubles", "double"),
            Map.entry("doubled", "double"),
            Map.entry("threefold", "3x"),
            Map.entry("triple", "3x"),
            Map.entry("triples", "triple"),
            Map.entry("tripled", "triple"),
            Map.entry("fourfold", "4x"),
            Map.entry("quadruple", "4x"),
            Map.entry("fivefold", "5x"),
            Map.entry("tenfold", "10x"));

    /** Magnitudes as sources write them; a letter counts behind digits only, since "I'm" ends in one too. */
    private static final Map<String, Pattern> MAGNITUDES = Map.of(
            "million", magnitude("millions?", "m"),
            "millions", magnitude("millions?", "m"),
            "billion", magnitude("billions?", "b"),
            "billions", magnitude("billions?", "b"),
            "trillion", magnitude("trillions?", "t"),
            "trillions", magnitude("trillions?", "t"));

    private SpeltNumbers() {}

    /** The first such number of a summary. */
    static Optional<String> invention(String summary, String source) {
        Set<String> known = new HashSet<>(SpeltWords.of(source));
        return SpeltWords.of(summary).stream()
                .filter(word -> !known.contains(word))
                .filter(word -> isMissing(OTHERWISE.get(word), known) || isMissing(MAGNITUDES.get(word), source))
                .findFirst();
    }

    private static boolean isMissing(@Nullable String otherwise, Set<String> known) {
        return otherwise != null && !known.contains(otherwise);
    }

    private static boolean isMissing(@Nullable Pattern magnitude, String source) {
        return magnitude != null && !magnitude.matcher(source).find();
    }

    private static Pattern magnitude(String word, String letter) {
        return Pattern.compile("(?i)\\b%s\\b|\\d ?%s\\b".formatted(word, letter));
    }
}
