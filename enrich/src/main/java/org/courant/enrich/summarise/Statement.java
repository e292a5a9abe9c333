package org.courant.enrich.summarise;

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
    static Statement of(int index, String text, Role role, double score) {
        boolean needsPrevious = index > 0
                && References.needsPrevious(
                        Openings.cut(text, false), role != Role.BACKGROUND && role != Role.CONTRIBUTION);
        return new Statement(index, text, role, score, Length.inWords(text) + more(text), needsPrevious);
    }

    /** "We" becomes "the authors". */
    private static int more(String text) {
        int more = 0;
        for (int at = text.indexOf("e "); at >= 0; at = text.indexOf("e ", at + 1)) {
            boolean we = at > 0 && (text.charAt(at - 1) == 'w' || text.charAt(at - 1) == 'W');
            more += we && (at == 1 || text.charAt(at - 2) == ' ') ? 1 : 0;
        }
        return more;
    }

    boolean isBackground() {
        return role == Role.BACKGROUND;
    }
}
