package org.courant.enrich.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits plain text into sentences. The JDK's rules find the candidates; those after an abbreviation, inside a formula
 * or inside brackets are no ends.
 */
public final class Sentences {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "e.g.", "i.e.", "et al.", "al.", "cf.", "vs.", "fig.", "figs.", "eq.", "eqs.", "sec.", "resp.", "approx.",
            "dr.", "prof.", "no.", "ref.", "refs.", "st.", "w.r.t.", "a.k.a.", "incl.", "etc.,", "viz.");
    private static final Pattern LAST_WORD = Pattern.compile("(?:^|[\\s(\\[])(\\S+)$");
    private static final Pattern INITIAL = Pattern.compile("[A-Z]\\.");

    private Sentences() {}

    /** The sentences in their order, each on one line, without white space around it. */
    public static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        for (String paragraph : text.split("\\n\\s*\\n", -1)) {
            split(paragraph.replaceAll("\\s+", " ").strip(), sentences);
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
        Matcher word = LAST_WORD.matcher(candidate);
        if (!word.find()) {
            return false;
        }
        return ABBREVIATIONS.contains(word.group(1).toLowerCase(Locale.ROOT))
                || INITIAL.matcher(word.group(1)).matches();
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
