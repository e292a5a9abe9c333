package org.courant.enrich.languagemodel.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A summary is one paragraph of plain text, formulas aside. */
final class PlainText {
    private static final Pattern FORMULA = Pattern.compile("\\$[^$]+\\$");
    private static final Pattern MARKUP = Pattern.compile(
            "</?[A-Za-z!]|&#?\\w+;|\\*\\*|__|```|`[^']|\\]\\(|!\\[|^\\s*(?:#|>|[-*•]\\s|\\d+[.)]\\s)|\\{\\{|\\{\"");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)\\b(?:https?|ftp|file|data|javascript|mailto|tel)\\s?:|\\bwww\\.|\\b[\\w.-]+@[\\w-]+\\.\\w|\\b[a-z\\d-]+\\.(?:com|org|net|io|ai|dev|ru|cn|app|xyz)\\b");

    private PlainText() {}

    static Optional<String> fault(String summary) {
        Optional<Integer> hidden =
                summary.codePoints().filter(PlainText::isHidden).boxed().findFirst();
        if (hidden.isPresent()) {
            return Optional.of("it holds the character U+%04X, which no one sees".formatted(hidden.get()));
        }
        String prose = FORMULA.matcher(summary).replaceAll(" ");
        return first(MARKUP, prose, "markup").or(() -> first(ADDRESS, prose, "an address"));
    }

    private static boolean isHidden(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.PRIVATE_USE
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED;
    }

    private static Optional<String> first(Pattern pattern, String text, String what) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of("it holds %s: '%s'".formatted(what, found.group())) : Optional.empty();
    }
}
