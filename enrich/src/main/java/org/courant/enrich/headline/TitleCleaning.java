package org.courant.enrich.headline;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of a title what is not part of it. Formulas are not touched. */
final class TitleCleaning {
    private static final String MARK =
            "solved|resolved|closed|help|help needed|help wanted|question|urgent|bug|wip|fixed|answered|discussion|newbie|noob|update|updated";
    private static final String PICTURE = "[\\x{1F000}-\\x{1FAFF}\\u2600-\\u27BF\\u2B00-\\u2BFF\\uFE0F\\u200D]";
    private static final Pattern PREFIX = Pattern.compile(
            "^(?:(?:re|fw|fwd|aw)\\s?:\\s+|[\\[({](?:" + MARK
                    + ")[!?]*[\\])}]\\s*[:–-]?\\s*|(?:solved|resolved|urgent|help|question)\\s?[!?]*\\s?:\\s+"
                    + "|(?:help|urgent)!+\\s+|#{1,6}\\s+|" + PICTURE + "+\\s*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SUFFIX = Pattern.compile(
            "(?:\\s*[\\[({](?:" + MARK
                    + ")[!?]*[\\])}]|\\s+[–-]\\s*(?:solved|resolved)|\\s*\\(arXiv:[^)]{1,60}\\)(?:\\s+UPDATED!?)?"
                    + "|\\s*" + PICTURE + "+)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STYLED = Pattern.compile(
            "\\$?\\\\(?:text(?:tt|sc|bf|it|sf|rm|sl|normal|up)?|emph|mathtt|textsf|underline)\\{([^{}\\\\$]{1,120})\\}\\$?");
    private static final Pattern STRONG =
            Pattern.compile("\\*\\*([^*]{1,200})\\*\\*|__([^_]{1,200})__|`([^`']{1,120})`");
    private static final Pattern SHOUTED = Pattern.compile("([!?])[!?]+$");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private TitleCleaning() {}

    static String cleaned(String title) {
        String text = SPACES.matcher(unstyled(title)).replaceAll(" ").strip();
        String before;
        do {
            before = text;
            text = SUFFIX.matcher(PREFIX.matcher(text).replaceFirst(""))
                    .replaceFirst("")
                    .strip();
        } while (!text.equals(before));
        text = SHOUTED.matcher(text).replaceFirst("$1");
        return endsInFullStop(text) ? text.substring(0, text.length() - 1).stripTrailing() : text;
    }

    private static String unstyled(String title) {
        String text =
                title.indexOf('\\') < 0 ? title : STYLED.matcher(title).replaceAll(macro -> content(title, macro));
        boolean marked = text.contains("**") || text.contains("__") || text.indexOf('`') >= 0;
        return marked ? STRONG.matcher(text).replaceAll(TitleCleaning::first) : text;
    }

    /** The content of a macro that stands between its own dollars or outside of formulas; others are left alone. */
    private static String content(String title, MatchResult macro) {
        boolean opened = macro.group().startsWith("$");
        boolean closed = macro.group().endsWith("$");
        long dollars = title.chars().limit(macro.start()).filter(c -> c == '$').count();
        boolean alone = opened == closed && dollars % 2 == 0;
        return Matcher.quoteReplacement(alone ? macro.group(1) : macro.group());
    }

    private static String first(MatchResult marked) {
        for (int i = 1; i <= marked.groupCount(); i++) {
            if (marked.group(i) != null) {
                return Matcher.quoteReplacement(marked.group(i));
            }
        }
        return "";
    }

    /** Neither an ellipsis nor the end of an abbreviation such as "U.S." or "Inc." */
    private static boolean endsInFullStop(String text) {
        int last = text.length() - 1;
        if (last < 1 || text.charAt(last) != '.' || text.charAt(last - 1) == '.') {
            return false;
        }
        String word = text.substring(text.lastIndexOf(' ') + 1, last);
        return word.indexOf('.') < 0 && word.length() > 1 && !word.matches("(?i)inc|ltd|co|corp|al|etc|jr|sr|vs");
    }
}
