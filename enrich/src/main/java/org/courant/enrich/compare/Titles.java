package org.courant.enrich.compare;

import java.util.Arrays;
import java.util.Set;
import org.courant.enrich.text.FoldedText;
import org.courant.enrich.text.Words;

/** Normal titles: words in lower case with one space between them. */
final class Titles {
    static final int MAX_CHARACTERS = 300;

    private static final int GRAM = 3;
    private static final int BITS = Character.SIZE;
    private static final Set<String> FUNCTION_WORDS = Set.of(
            "a", "an", "the", "of", "on", "in", "for", "and", "or", "to", "with", "from", "by", "at", "is", "are", "be",
            "as", "via", "using", "it", "its", "your", "you", "what", "how");
    private static final Set<String> REPLIES = Set.of(
            "erratum",
            "errata",
            "corrigendum",
            "correction",
            "response",
            "reply",
            "comment",
            "rejoinder",
            "retraction");

    private Titles() {}

    static String normal(String title) {
        String words = String.join(" ", Words.of(FoldedText.of(title)));
        if (words.length() <= MAX_CHARACTERS) {
            return words;
        }
        int space = words.lastIndexOf(' ', MAX_CHARACTERS);
        return words.substring(0, space > 0 ? space : MAX_CHARACTERS);
    }

    /**
     * How alike two normal titles are, by the triples of letters in them: a hyphen more or a misspelt letter takes
     * little away.
     */
    static Likeness likeness(String left, String right) {
        long[] one = grams(left);
        long[] other = grams(right);
        int shared = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            int order = Long.compare(one[i], other[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        int all = one.length + other.length - shared;
        int shorter = Math.min(one.length, other.length);
        return shorter == 0 ? new Likeness(0, 0) : new Likeness((double) shared / all, (double) shared / shorter);
    }

    /**
     * Likeness of two titles, 0 to 1.
     *
     * @param jaccard what they share of all that they say
     * @param containment what the longer one has of the shorter one
     */
    record Likeness(double jaccard, double containment) {}

    /** Words that say what a work is about. */
    static long contentWords(String normal) {
        return Arrays.stream(normal.split(" ", -1))
                .filter(word -> !word.isEmpty() && !FUNCTION_WORDS.contains(word))
                .count();
    }

    /** Whether one of two titles announces an answer to, or a correction of, what the other may be. */
    static boolean isOneReply(String left, String right) {
        return isReply(left) != isReply(right);
    }

    /** Whether a title is that of a column, which every issue has. */
    static boolean isColumn(String normal) {
        return normal.endsWith(" column");
    }

    private static boolean isReply(String normal) {
        return Arrays.stream(normal.split(" ", -1)).anyMatch(REPLIES::contains);
    }

    private static long[] grams(String normal) {
        String letters = normal.replace(" ", "");
        long[] grams = new long[Math.max(0, letters.length() - GRAM + 1)];
        for (int i = 0; i < grams.length; i++) {
            grams[i] = ((long) letters.charAt(i) << (2 * BITS))
                    | ((long) letters.charAt(i + 1) << BITS)
                    | letters.charAt(i + 2);
        }
        return Arrays.stream(grams).sorted().distinct().toArray();
    }
}
