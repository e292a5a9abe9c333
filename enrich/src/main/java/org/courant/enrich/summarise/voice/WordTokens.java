package org.courant.enrich.summarise.voice;

import java.util.ArrayList;
import java.util.List;
import org.courant.enrich.text.Verbatim;
import org.courant.schemas.text.LowerCase;

/** The words of a sentence with their places; formulas, addresses and quotations hold none. */
record WordTokens(String sentence, List<Word> words) {
    /**
     * @param start index of the first character
     * @param end index behind the last
     * @param text as written
     * @param folded lower case, with straight apostrophes
     */
    record Word(int start, int end, String text, String folded) {}

    static WordTokens of(String sentence) {
        Verbatim verbatim = Verbatim.of(sentence);
        List<Word> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= sentence.length(); i++) {
            boolean inside = i < sentence.length() && isLetter(sentence, i, start >= 0) && !verbatim.contains(i);
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                String text = sentence.substring(start, i);
                words.add(new Word(start, i, text, LowerCase.of(text).replace('’', '\'')));
                start = -1;
            }
        }
        return new WordTokens(sentence, words);
    }

    /** The folded word at an index; empty outside the sentence. */
    String at(int index) {
        return index < 0 || index >= words.size() ? "" : words.get(index).folded();
    }

    /** Whether two neighbouring words are parted by one space and nothing else. */
    boolean areAdjacent(int index) {
        return index >= 0
                && index + 1 < words.size()
                && words.get(index + 1).start() == words.get(index).end() + 1
                && sentence.charAt(words.get(index).end()) == ' ';
    }

    private static boolean isLetter(String sentence, int i, boolean inWord) {
        char c = sentence.charAt(i);
        boolean clause = c == '-' && sentence.startsWith("-we ", i);
        boolean joining = !clause
                && (c == '\'' || c == '’' || c == '-')
                && inWord
                && i + 1 < sentence.length()
                && Character.isLetterOrDigit(sentence.charAt(i + 1));
        return Character.isLetterOrDigit(c) || c == '_' || joining;
    }
}
