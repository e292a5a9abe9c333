package org.courant.enrich.summarise;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.courant.enrich.summarise.voice.Endings;
import org.courant.enrich.summarise.voice.Openings;

/**
 * A sentence of a source.
 *
 * @param index place in the source
 * @param text the sentence
 * @param role what it is for
 * @param score its salience
 * @param words its length when it is retold
 * @param needsPrevious whether it makes no sense without the sentence before it, even after what can be cut is cut
 * @param hasFigure whether it has a percentage, a factor or a decimal number: what a result is told by
 */
record Statement(int index, String text, Role role, double score, int words, boolean needsPrevious, boolean hasFigure) {
    /** A percentage, a factor, points, or a decimal number that is no version: "GPT-3.5". */
    private static final Pattern FIGURE = Pattern.compile(
            "\\d(?:\\s?(?:\\\\?%|\\$?\\\\times|x\\b|×|points\\b|percent)" + "|(?<![\\p{L}.,-]\\d{1,4})\\.\\d)");

    private static final Set<String> FIRST_PERSON =
            Set.of("we", "We", "our", "Our", "us", "I", "I'm", "I’m", "I've", "I’ve", "my", "My", "me");
    /** What a figure adds to the score. */
    private static final double OF_A_FIGURE = 0.3;

    private static final int LONGEST_READABLE = 40;
    private static final int LONGEST_FIRST_PERSON = 4;

    static Statement of(int index, String text, Role role, double score) {
        boolean needsPrevious = index > 0 && References.needsPrevious(Openings.cut(text, false));
        boolean hasFigure = hasFigure(text);
        return new Statement(
                index, text, role, score + (hasFigure ? OF_A_FIGURE : 0), words(text), needsPrevious, hasFigure);
    }

    /** As it is retold: "we" becomes "the authors", and "my" "the user's". */
    private static int words(String text) {
        int more = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ' ') {
                more += i - start <= LONGEST_FIRST_PERSON && FIRST_PERSON.contains(text.substring(start, i)) ? 1 : 0;
                start = i + 1;
            }
        }
        return Length.inWords(text) + more;
    }

    private static boolean hasFigure(String text) {
        return FIGURE.matcher(text).find();
    }

    /**
     * The statement without a clause that only comments on it; empty where there is none, or where a figure is in it.
     */
    Optional<Statement> shortened() {
        return Endings.cut(text)
                .filter(shorter -> hasFigure(shorter) == hasFigure)
                .map(shorter -> new Statement(index, shorter, role, score, words(shorter), needsPrevious, hasFigure));
    }

    /** The statement; without a clause that only comments on it where it is longer than a reader takes in at once. */
    Statement concise() {
        return words > LONGEST_READABLE ? shortened().orElse(this) : this;
    }

    boolean isBackground() {
        return role == Role.BACKGROUND;
    }
}
