package org.courant.enrich.summarise.prose;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.courant.enrich.text.Verbatim;

/**
 * Takes references to literature out of a sentence that reads on without them: {@code [3, 7]}, {@code (Li, 2020)}.
 *
 * <p>All repeated groups are possessive: what follows one cannot begin inside it, so there is nothing to give back, and
 * a list of any length takes no stack.
 */
final class Citations {
    private static final String WORK = "[A-Z][\\p{L}'’-]+(?:\\s(?:[A-Z][\\p{L}'’-]+|von|van|de))*+"
            + "(?:,?\\set\\sal\\.?,?\\s|(?:,?\\s(?:and|&|\\\\&)\\s[A-Z][\\p{L}'’-]+)++,?\\s|,\\s)"
            + "(?:19|20)\\d\\d[a-z]?(?:,\\s(?:19|20)\\d\\d[a-z]?)*+";
    private static final Pattern NAMED =
            Pattern.compile("\\s?\\((?:(?:see|cf\\.|e\\.g\\.,?)\\s)?" + WORK + "(?:[;,]\\s" + WORK + ")*+\\)");
    /** No list with a 0 and none behind a word of range, which are intervals. */
    private static final Pattern NUMBERED =
            Pattern.compile("(?<=[\\p{L}.,)])(?<!\\b(?:in|range|interval|from|to|of|within|between|over))\\s?"
                    + "\\[[1-9]\\d{0,2}(?:\\s?[,–-]\\s?[1-9]\\d{0,2})*+\\](?!\\()");

    private static final Pattern COMMAND =
            Pattern.compile("[\\s~]*\\\\[Cc]ite[a-z]*\\*?(?:\\[[^\\]]{0,80}\\]){0,2}\\{[^}]{0,300}\\}");

    private Citations() {}

    static String removed(String sentence) {
        String text = sentence.contains("cite") ? COMMAND.matcher(sentence).replaceAll("") : sentence;
        text = text.indexOf('(') >= 0 && hasYear(text) ? outsideFormulas(NAMED, text) : text;
        return text.indexOf('[') >= 0 ? outsideFormulas(NUMBERED, text) : text;
    }

    private static boolean hasYear(String text) {
        return text.contains(" 19") || text.contains(" 20");
    }

    private static String outsideFormulas(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return text;
        }
        Verbatim verbatim = Verbatim.of(text);
        StringBuilder rest = new StringBuilder();
        int from = 0;
        do {
            if (!verbatim.contains(matcher.start()) && !verbatim.contains(matcher.end() - 1)) {
                rest.append(text, from, matcher.start());
                from = matcher.end();
            }
        } while (matcher.find());
        return rest.append(text, from, text.length()).toString();
    }
}
