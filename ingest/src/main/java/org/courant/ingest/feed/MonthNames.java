package org.courant.ingest.feed;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.courant.schemas.text.LowerCase;

/**
 * Tells the month that a word names, in the languages that feeds are written in; the names are those of Unicode's CLDR,
 * which the JDK has. Accents and dots do not count, three letters are enough where they fit one month only.
 */
final class MonthNames {
    private static final List<Locale> LANGUAGES = List.of(
                    "en", "fr", "it", "es", "pt", "ro", "ca", "gl", "de", "nl", "sv", "da", "nb", "fi", "pl", "cs",
                    "sk", "hu", "tr", "el", "ru", "uk", "bg")
            .stream()
            .map(Locale::forLanguageTag)
            .toList();
    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);
    private static final int SHORTEST = 3;

    private static final Map<String, Month> NAMES = names();
    private static final Set<String> WEEKDAYS = weekdays();

    private MonthNames() {}

    /** The month of a word; empty for one that names none, or one of several. */
    static Optional<Month> of(String word) {
        String name = folded(word);
        Month known = NAMES.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        if (name.length() < SHORTEST || WEEKDAYS.contains(name)) {
            return Optional.empty();
        }
        Set<Month> meant = NAMES.entrySet().stream()
                .filter(month -> month.getKey().startsWith(name))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        return meant.size() == 1 ? Optional.of(meant.iterator().next()) : misspelt(name);
    }

    /** Whether a word names a day of the week, which it may beside a month: "mar" does both. */
    static boolean isWeekday(String word) {
        return WEEKDAYS.contains(folded(word));
    }

    /** English is written in more ways than there are: Sept, Febuary. */
    private static Optional<Month> misspelt(String name) {
        return Optional.ofNullable(NAMES.get(name.substring(0, SHORTEST)));
    }

    private static Map<String, Month> names() {
        Map<String, Month> names = new HashMap<>();
        // A German abbreviation that no table has.
        names.put("mrz", Month.MARCH);
        for (Locale language : LANGUAGES) {
            for (Month month : Month.values()) {
                STYLES.forEach(style -> names.putIfAbsent(folded(month.getDisplayName(style, language)), month));
            }
        }
        return Map.copyOf(names);
    }

    private static Set<String> weekdays() {
        Set<String> weekdays = new HashSet<>();
        for (Locale language : LANGUAGES) {
            for (DayOfWeek day : DayOfWeek.values()) {
                STYLES.forEach(style -> weekdays.add(folded(day.getDisplayName(style, language))));
            }
        }
        return Set.copyOf(weekdays);
    }

    private static String folded(String word) {
        StringBuilder folded = new StringBuilder(word.length());
        Normalizer.normalize(LowerCase.of(word), Normalizer.Form.NFD)
                .codePoints()
                .filter(Character::isLetter)
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
