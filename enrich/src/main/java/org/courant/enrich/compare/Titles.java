package org.courant.enrich.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.courant.enrich.text.FoldedText;
import org.courant.enrich.text.Words;

/** Titles as they are compared: their words, and the numerals in them apart. */
final class Titles {
    static final int MAX_CHARACTERS = 300;

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern NUMERAL =
            Pattern.compile("\\d+(?:st|nd|rd|th)?|[ivx]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten"
                    + "|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth");

    private Titles() {}

    /** Words in lower case with one space between them. */
    static String normal(String title) {
        String words = String.join(" ", Words.of(FoldedText.of(title)));
        if (words.length() <= MAX_CHARACTERS) {
            return words;
        }
        int space = words.lastIndexOf(' ', MAX_CHARACTERS);
        return words.substring(0, space > 0 ? space : MAX_CHARACTERS);
    }

    /** Jaccard's index of the words of two normal titles. */
    static double similarity(String left, String right) {
        Set<String> one = words(left);
        Set<String> other = words(right);
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        long shared = one.stream().filter(other::contains).count();
        return (double) shared / (one.size() + other.size() - shared);
    }

    static int count(String normal) {
        return normal.isEmpty() ? 0 : words(normal).size();
    }

    /** Whether two normal titles are equal but for numerals: parts, years, editions, versions. */
    static boolean areSeries(String left, String right) {
        return !left.equals(right)
                && skeleton(left).equals(skeleton(right))
                && !numerals(left).equals(numerals(right));
    }

    /** The title without its numerals. */
    private static String skeleton(String normal) {
        List<String> kept = new ArrayList<>();
        for (String word : normal.split(" ", -1)) {
            if (!NUMERAL.matcher(word).matches()) {
                kept.add(DIGITS.matcher(word).replaceAll("#"));
            }
        }
        return String.join(" ", kept);
    }

    private static List<String> numerals(String normal) {
        List<String> numerals = new ArrayList<>();
        for (String word : normal.split(" ", -1)) {
            if (NUMERAL.matcher(word).matches() || DIGITS.matcher(word).find()) {
                numerals.add(word);
            }
        }
        return numerals;
    }

    private static Set<String> words(String normal) {
        return new HashSet<>(List.of(normal.split(" ", -1)));
    }
}
