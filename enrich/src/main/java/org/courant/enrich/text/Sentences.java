package org.courant.enrich.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.courant.schemas.text.LowerCase;

/**
 * Splits plain text into sentences. A full stop is an end where white space and the beginning of a sentence follow,
 * unless it belongs to an abbreviation or an initial, or stands inside a formula or brackets. The rules are stated here
 * rather than taken from the JDK, whose tables differ between releases: the same text must give the same summary
 * everywhere.
 */
public final class Sentences {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "e.g.", "i.e.", "al.", "cf.", "vs.", "fig.", "figs.", "eq.", "eqs.", "sec.", "resp.", "approx.", "dr.",
            "prof.", "mr.", "mrs.", "ms.", "no.", "nos.", "ref.", "refs.", "st.", "w.r.t.", "a.k.a.", "incl.", "viz.",
            "ca.", "i.i.d.", "vol.", "pp.", "ch.", "tab.", "def.", "thm.", "prop.");
    /** Words that begin a sentence also where no space parts it from the one before. */
    private static final Set<String> FIRST_WORDS = Set.of(
            "The",
            "This",
            "These",
            "We",
            "Our",
            "It",
            "In",
            "To",
            "However",
            "Experiments",
            "Experimental",
            "Extensive",
            "Specifically",
            "Moreover",
            "Furthermore",
            "Additionally",
            "Finally",
            "By",
            "For",
            "While",
            "With",
            "Results",
            "As",
            "On",
            "Existing",
            "Although",
            "Unlike",
            "Then",
            "First",
            "Through");

    private static final int LONGEST_FIRST_WORD = 12;
    private static final Pattern PARAGRAPH_END = Pattern.compile("\\n\\s*\\n");
    private static final String CLOSERS = "\"')]}”’»";
    private static final String OPENERS = "\"'([{“‘«*_`";

    /** An unbalanced bracket far back is a slip of the author, not a sentence of a thousand words. */
    private static final int LONGEST_BRACKETS = 600;

    private Sentences() {}

    /** The sentences in their order, each on one line, without white space around it. */
    public static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        for (String paragraph : text.contains("\n") ? PARAGRAPH_END.split(text, -1) : new String[] {text}) {
            split(onOneLine(paragraph).strip(), sentences);
        }
        return sentences;
    }

    /** With one space in place of white space. */
    private static String onOneLine(String paragraph) {
        StringBuilder line = new StringBuilder(paragraph.length());
        boolean space = false;
        for (int i = 0; i < paragraph.length(); i++) {
            char c = paragraph.charAt(i);
            boolean white = c == ' ' || (c >= '\t' && c <= '\r');
            if (!white || !space) {
                line.append(white ? ' ' : c);
            }
            space = white;
        }
        return line.toString();
    }

    private static void split(String paragraph, List<String> sentences) {
        int start = 0;
        int depth = 0;
        Stops stops = new Stops(0, false);
        boolean formula = false;
        for (int i = 0; i < paragraph.length(); i++) {
            char c = paragraph.charAt(i);
            if (c == '$' && (i == 0 || paragraph.charAt(i - 1) != '\\')) {
                formula = !formula && paragraph.indexOf('$', i + 1) > 0;
            } else if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth = Math.max(0, depth - 1);
            } else if (isStop(c) && !formula && (depth == 0 || i - start > LONGEST_BRACKETS)) {
                stops = i < stops.end() ? stops : Stops.at(paragraph, i);
                int end = end(paragraph, start, i, stops);
                if (end > 0) {
                    add(paragraph.substring(start, end), sentences);
                    start = end;
                    depth = 0;
                    i = end - 1;
                }
            }
        }
        add(paragraph.substring(start), sentences);
    }

    private static boolean isStop(char c) {
        return c == '.' || c == '!' || c == '?' || c == '…' || c == '。';
    }

    /** Where the sentence ends whose stop stands at an index; 0 where the stop is no end. */
    private static int end(String text, int start, int stop, Stops stops) {
        if (text.charAt(stop) == '。') {
            return stops.end();
        }
        return stops.beforeSentence() && !isAbbreviated(text, start, stop) ? stops.end() : 0;
    }

    /**
     * Stops and closing marks in a row, looked at once however many they are.
     *
     * @param end index behind them
     * @param beforeSentence whether a space and the beginning of a sentence follow
     */
    private record Stops(int end, boolean beforeSentence) {
        static Stops at(String text, int stop) {
            int end = stop + 1;
            while (end < text.length() && (isStop(text.charAt(end)) || CLOSERS.indexOf(text.charAt(end)) >= 0)) {
                end++;
            }
            boolean apart = end < text.length() && text.charAt(end) == ' ';
            return new Stops(end, apart ? begins(text, end + 1) : beginsAtOnce(text, stop, end));
        }
    }

    /** A sentence begins with anything but a small letter; a name may have one first, as in "iPhone". */
    private static boolean begins(String text, int at) {
        int first = at;
        while (first < text.length() && OPENERS.indexOf(text.charAt(first)) >= 0) {
            first++;
        }
        if (first >= text.length() || !Character.isLowerCase(text.charAt(first))) {
            return first < text.length();
        }
        for (int i = first; i < text.length() && Character.isLetterOrDigit(text.charAt(i)); i++) {
            if (Character.isUpperCase(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Where the source has lost the space: "is slow.The method". */
    private static boolean beginsAtOnce(String text, int stop, int end) {
        if (stop == 0 || end >= text.length()) {
            return false;
        }
        char before = text.charAt(stop - 1);
        int space = end;
        while (space < text.length() && space - end < LONGEST_FIRST_WORD && Character.isLetter(text.charAt(space))) {
            space++;
        }
        return (Character.isLowerCase(before) || before == ')')
                && (text.startsWith(" ", space) || text.startsWith(", ", space))
                && FIRST_WORDS.contains(text.substring(end, space));
    }

    private static boolean isAbbreviated(String text, int start, int stop) {
        if (text.charAt(stop) != '.') {
            return false;
        }
        int from = Math.max(start, text.lastIndexOf(' ', stop) + 1);
        while (from < stop && OPENERS.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        String word = text.substring(from, stop + 1);
        boolean initial = word.length() == 2 && Character.isUpperCase(word.charAt(0));
        boolean number = from == start && word.chars().limit(stop - from).allMatch(Character::isDigit);
        return initial || number || ABBREVIATIONS.contains(LowerCase.of(word));
    }

    private static void add(String sentence, List<String> sentences) {
        String stripped = sentence.strip();
        if (!stripped.isEmpty()) {
            sentences.add(stripped);
        }
    }
}
