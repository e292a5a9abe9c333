package org.courant.enrich.summarise;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks a summary against its source without knowing how it was made: every number, every name and every TeX span has
 * to stand in the source, letter by letter.
 */
public final class Faithfulness {
    /** A dollar behind a backslash is one of money; no formula goes on behind the end of a sentence. */
    private static final Pattern TEX = Pattern.compile("\\\\\\(.{1,1000}?\\\\\\)|\\\\[A-Za-z]+(?:\\{[^{}]*\\})?|\\\\."
            + "|\\$\\$(?:[^$\\\\]|\\\\.)++\\$\\$|\\$(?:(?!\\. \\p{Lu})[^$\\\\]|\\\\.)++\\$");

    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*\\d|\\d");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_]*");
    /** What the retelling puts in front of a sentence; no names. */
    private static final Set<String> NARRATOR = Set.of("The", "They", "Their");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Faithfulness() {}

    /** What stands in a summary and not in its source. */
    public static List<String> inventions(String summary, String source) {
        String line = SPACE.matcher(source).replaceAll(" ");
        // Markdown may split a word: "**T**hinking".
        String text = line.contains("**") ? line + " " + line.replace("**", "") : line;
        List<String> inventions = new ArrayList<>();
        collect(TEX, summary, span -> !text.contains(span), inventions);
        Set<String> numbers = found(NUMBER, text);
        collect(NUMBER, summary, number -> !numbers.contains(number), inventions);
        Set<String> words = found(WORD, text);
        Matcher names = WORD.matcher(summary);
        while (names.find()) {
            String name = names.group();
            if (isName(name, beginsSentence(summary, names.start())) && !words.contains(name)) {
                inventions.add(name);
            }
        }
        return inventions;
    }

    /** A word with a capital or a digit inside, or a capital in front where no sentence begins. */
    private static boolean isName(String word, boolean first) {
        if (NARRATOR.contains(word)) {
            return false;
        }
        boolean inner = word.chars().skip(1).anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
        return inner || (!first && Character.isUpperCase(word.charAt(0)));
    }

    private static boolean beginsSentence(String text, int at) {
        int before = at - 1;
        while (before >= 0 && " \"'“‘(*".indexOf(text.charAt(before)) >= 0) {
            before--;
        }
        return before < 0 || ".!?:;…)”\"".indexOf(text.charAt(before)) >= 0;
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new HashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static void collect(Pattern pattern, String text, Predicate<String> wanted, List<String> into) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (wanted.test(matcher.group())) {
                into.add(matcher.group());
            }
        }
    }
}
