package org.courant.enrich.compare;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.courant.enrich.text.FoldedText;
import org.courant.schemas.text.LowerCase;

/**
 * Authors as names are compared by: surname and first initial, since sources abbreviate, order and accent names
 * differently.
 */
final class AuthorKeys {
    /** The alphabet decides who is kept of a longer list, so that two lists of the same people keep the same. */
    static final int MAX = 24;

    private static final int MAX_CHARACTERS = 40;
    private static final Pattern ADDITION = Pattern.compile("\\([^)]*\\)?|<[^>]*>?|\\d+");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]+");
    private static final Pattern GENERATION = Pattern.compile("(?:jr|sr|ii|iii|iv)");

    private AuthorKeys() {}

    /** The keys of the authors, ascending, each once. */
    static List<String> of(List<String> authors) {
        return authors.stream()
                .map(AuthorKeys::key)
                .filter(key -> !key.isEmpty())
                .distinct()
                .sorted()
                .limit(MAX)
                .toList();
    }

    /** Jaccard's index of two lists, 0 to 1; 0 where one is empty. */
    static double similarity(List<String> left, List<String> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        long shared = left.stream().filter(right::contains).count();
        return (double) shared / (left.size() + right.size() - shared);
    }

    /** Whether both lists are known and have nobody in common. */
    static boolean areDisjoint(List<String> left, List<String> right) {
        return !left.isEmpty() && !right.isEmpty() && left.stream().noneMatch(right::contains);
    }

    private static String key(String author) {
        String name = ADDITION.matcher(LowerCase.of(FoldedText.of(author))).replaceAll(" ");
        int comma = name.indexOf(',');
        List<String> words =
                comma < 0 ? words(name) : words(name.substring(comma + 1) + " " + name.substring(0, comma));
        if (words.isEmpty()) {
            return "";
        }
        String surname = words.get(words.size() - 1);
        String initial = words.size() == 1
                ? ""
                : " " + words.get(0).substring(0, words.get(0).offsetByCodePoints(0, 1));
        return surname.substring(0, Math.min(surname.length(), MAX_CHARACTERS)) + initial;
    }

    private static List<String> words(String name) {
        return Stream.of(NO_LETTER.split(name, -1))
                .filter(word -> !word.isEmpty() && !GENERATION.matcher(word).matches())
                .toList();
    }
}
