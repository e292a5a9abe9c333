package org.courant.enrich.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Splits plain text into sentences. The JDK's rules find the candidates; those after an abbreviation, inside a formula
 * or inside brackets are no ends.
 */
public final class Sentences {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "e.g.", "i.e.", "et al.", "al.", "cf.", "vs.", "fig.", "figs.", "eq.", "eqs.", "sec.", "resp.", "approx.",
            "dr.", "prof.", "no.", "ref.", "refs.", "st.", "w.r.t.", "a.k.a.", "incl.", "etc.,", "viz.");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern PARAGRAPH_END = Pattern.compile("\\n\\s*\\n");

    private Sentences() {}

    /** The sentences in their order, each on one line, without white space around it. */
    public static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        for (String paragraph : PARAGRAPH_END.split(text, -1)) {
            split(SPACE.matcher(paragraph).replaceAll(" ").strip(), sentences);
        }
        return sentences;
    }

    private static void split(String paragraph, List<String> sentences) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(paragraph);
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            boolean last = end == paragraph.length();
            if (last || isEnd(paragraph.substring(start, end).strip(), paragraph.charAt(end))) {
                String sentence = paragraph.substring(start, end).strip();
                if (!sentence.isEmpty()) {
                    sentences.add(sentence);
                }
                start = end;
            }
        }
    }

    private static boolean isEnd(String candidate, char next) {
        if (candidate.isEmpty() || Character.isLowerCase(next)) {
            return false;
        }
        return !endsInAbbreviation(candidate) && !isInsideFormula(candidate) && !isInsideBrackets(candidate);
    }

    private static boolean endsInAbbreviation(String candidate) {
        int start = candidate.lastIndexOf(' ') + 1;
        while (start < candidate.length() && (candidate.charAt(start) == '(' || candidate.charAt(start) == '[')) {
            start++;
        }
        String word = candidate.substring(start);
        boolean initial = word.length() == 2 && Character.isUpperCase(word.charAt(0)) && word.charAt(1) == '.';
        return initial || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isInsideFormula(String candidate) {
        int dollars = 0;
        for (int i = 0; i < candidate.length(); i++) {
            boolean escaped = i > 0 && candidate.charAt(i - 1) == '\\';
            dollars += candidate.charAt(i) == '$' && !escaped ? 1 : 0;
        }
        return dollars % 2 == 1;
    }

    private static boolean isInsideBrackets(String candidate) {
        int depth = 0;
        for (int i = 0; i < candidate.length(); i++) {
            depth += switch (candidate.charAt(i)) {
                case '(', '[' -> 1;
                case ')', ']' -> -1;
                default -> 0;
            };
        }
        // An unbalanced bracket far back is a slip of the author, not a sentence of a thousand words.
        return depth > 0 && candidate.length() < 600;
    }
}
