package org.courant.enrich.summarise.prose;

import java.util.regex.Pattern;

/**
 * Takes Markdown and bare addresses out of a line; TeX is not touched. An address ends where another one of its kind
 * begins, so that a line of nothing but beginnings is looked through once.
 */
final class Markup {
    private static final Pattern LINK = Pattern.compile(
            "!?\\[([^\\]\\[]{0,200})\\]\\((?:https?://|/|#)(?:[^)\\s\\[]|\\[(?![^\\]\\[]{0,200}\\]\\())*+\\)");
    private static final Pattern STRONG = Pattern.compile("\\*\\*([^*\\s](?:[^*]{0,200}[^*\\s])?)\\*\\*");
    private static final Pattern EMPHASIS =
            Pattern.compile("(?<![\\w*\\\\$^])\\*([\\p{L}\\p{N}](?:[^*$\\\\]{0,80}[^*\\s$\\\\])?)\\*(?![\\w*])");
    private static final Pattern BULLETIN_BOARD = Pattern.compile(
            "\\[/?(?:ul|ol|li|list|b|i|u|s|code|quote|url|img|size|color|center)(?:=[^\\]]{0,120})?\\]|\\[\\*\\]");
    private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+");
    private static final Pattern BULLET = Pattern.compile("^(?:[•▪◦·–]|[*-](?=\\s))\\s*");
    private static final Pattern ADDRESS_IN_BRACKETS =
            Pattern.compile("\\s?\\((?:at |see )?https?://(?:[^\\s()]|\\((?!https?://))++\\)");
    private static final Pattern COUNTED_LINK = Pattern.compile("(https?://(?:(?!https?://)\\S)++)\\s\\(\\d+\\)");

    /** What arXiv's listings put in place of an address. */
    private static final Pattern LISTED_ADDRESS = Pattern.compile(
            "(?:,? (?:at|on|via|from|in|here|through))?(?:\\s?[:(]\\s?| )this https? URL(?:\\)|(?=[\\s]*[.,;)]|\\s*$))");

    private Markup() {}

    static String removed(String line) {
        String text = line.indexOf('[') >= 0 ? LINK.matcher(line).replaceAll("$1") : line;
        text = text.contains("[/") || text.contains("[*]")
                ? BULLETIN_BOARD.matcher(text).replaceAll("")
                : text;
        text = text.contains("**") ? STRONG.matcher(text).replaceAll("$1") : text;
        text = text.indexOf('*') >= 0 ? EMPHASIS.matcher(text).replaceAll("$1") : text;
        if (text.contains("http")) {
            text = ADDRESS_IN_BRACKETS.matcher(text).replaceAll("");
            text = COUNTED_LINK.matcher(text).replaceAll("$1");
        }
        text = text.contains("this http") ? LISTED_ADDRESS.matcher(text).replaceAll("") : text;
        text = text.startsWith("#") ? HEADING.matcher(text).replaceFirst("") : text;
        return text.isEmpty() || Character.isLetterOrDigit(text.charAt(0))
                ? text
                : BULLET.matcher(text).replaceFirst("");
    }
}
