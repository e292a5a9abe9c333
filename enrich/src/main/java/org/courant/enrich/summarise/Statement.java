package org.courant.enrich.summarise;

import java.util.Optional;
import java.util.Set;
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
 */
record Statement(int index, String text, Role role, double score, int words, boolean needsPrevious) {
    private static final Set<String> FIRST_PERSON =
            Set.of("we", "We", "our", "Our", "us", "I", "I'm", "I’m", "I've", "I’ve", "my", "My", "me");
    private static final int LONGEST_READABLE = 40;
    private static final int LONGEST_FIRST_PERSON = 4;

    static Statement of(int index, String text, Role role, double score) {
        boolean needsPrevious = index > 0
                && References.needsPrevious(
                        Openings.cut(text, false), role != Role.BACKGROUND && role != Role.CONTRIBUTION);
        return new Statement(index, text, role, score, Length.inWords(text) + more(text), needsPrevious);
    }

    /** "We" becomes "the authors", and "my" "the user's". */
    private static int more(String text) {
        int more = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ' ') {
                more += i - start <= LONGEST_FIRST_PERSON && FIRST_PERSON.contains(text.substring(start, i)) ? 1 : 0;
                start = i + 1;
            }
        }
        return more;
    }

    /** The statement without a clause that only comments on it; empty where there is none. */
    Optional<Statement> shortened() {
        return Endings.cut(text)
                .map(shorter -> new Statement(
                        index, shorter, role, score, Length.inWords(shorter) + more(shorter), needsPrevious));
    }

    /** The statement; without a clause that only comments on it where it is longer than a reader takes in at once. */
    Statement concise() {
        return words > LONGEST_READABLE ? shortened().orElse(this) : this;
    }

    boolean isBackground() {
        return role == Role.BACKGROUND;
    }
}
