package org.courant.ingest.text;

import java.util.Set;
import org.courant.schemas.text.LowerCase;
import org.jsoup.nodes.Element;

/**
 * Writes what stands raised, so that it is not run together with what it stands on: {@code 10<sup>6</sup>} is not 106.
 * Digits and signs have raised forms in Unicode, in which the mark of a footnote is read as such too.
 */
final class Superscript {
    private static final String PLAIN = "0123456789+-\u2212=()ni";
    private static final String RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
            + "\u207a\u207b\u207b\u207c\u207d\u207e\u207f\u2071";
    /** Endings of ordinals, abbreviations and marks of trade, which are raised for their looks. */
    private static final Set<String> LOOKS = Set.of(
            "st",
            "nd",
            "rd",
            "th",
            "er",
            "re",
            "e",
            "eme",
            "\u00e8me",
            "me",
            "mo",
            "o",
            "a",
            "os",
            "as",
            "tm",
            "sm",
            "r",
            "\u00ae",
            "\u2122",
            "\u2120",
            "*",
            "\u2020",
            "\u2021");

    private static final int LONGEST_EXPONENT = 20;

    private Superscript() {}

    /** Whether an element stands raised: in HTML by its name, in MathML as the last part of its parent. */
    static boolean is(Element element) {
        if (element.normalName().equals("sup")) {
            return true;
        }
        Element parent = element.parent();
        return parent != null
                && (parent.normalName().equals("msup") || parent.normalName().equals("msubsup"))
                && element.equals(parent.lastElementChild());
    }

    /** The text of a raised element: raised digits, a power after a caret, or words as they are. */
    static String of(Element element) {
        String text = CleanText.line(element.wholeText());
        if (text.chars().allMatch(character -> PLAIN.indexOf(character) >= 0)) {
            return raised(text);
        }
        boolean words = LOOKS.contains(LowerCase.of(text))
                || text.length() > LONGEST_EXPONENT
                || text.startsWith("[")
                || text.startsWith("^")
                || text.indexOf(' ') >= 0;
        if (words) {
            return text;
        }
        return text.codePointCount(0, text.length()) == 1 ? "^" + text : "^(" + text + ")";
    }

    private static String raised(String text) {
        StringBuilder raised = new StringBuilder(text.length());
        text.chars().forEach(character -> raised.append(RAISED.charAt(PLAIN.indexOf(character))));
        return raised.toString();
    }
}
