package org.courant.enrich.text;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The places of a text that no rule about words may touch: formulas, TeX commands, addresses and quotations. */
public final class Verbatim {
    private static final int LONGEST_QUOTATION = 300;

    private final String text;
    private final BitSet places;

    /** Where each mark was found last, or that it does not come again: the text is looked through once for each. */
    private final Map<String, Integer> found = new HashMap<>();

    private int @Nullable [] closingBraces;

    private Verbatim(String text) {
        this.text = text;
        this.places = new BitSet(text.length());
    }

    /** Those of a text, quotations included. */
    public static Verbatim of(String text) {
        Verbatim verbatim = new Verbatim(text);
        for (int i = 0; i < text.length(); i++) {
            int end = verbatim.end(i);
            if (end > i) {
                verbatim.places.set(i, end);
                i = end - 1;
            }
        }
        return verbatim;
    }

    public boolean contains(int index) {
        return places.get(index);
    }

    private int end(int at) {
        return switch (text.charAt(at)) {
            case '$' -> formula(at);
            case '\\' -> command(at);
            case '“' -> upTo(at + 1, "”", LONGEST_QUOTATION);
            case '"' -> upTo(at + 1, "\"", LONGEST_QUOTATION);
            case '`' -> text.startsWith("``", at) ? upTo(at + 2, "''", LONGEST_QUOTATION) : at;
            case 'h' -> text.startsWith("http://", at) || text.startsWith("https://", at) ? word(at) : at;
            default -> at;
        };
    }

    private int formula(int at) {
        boolean display = text.startsWith("$$", at);
        int close = next(display ? "$$" : "$", at + (display ? 2 : 1));
        return close < 0 ? at : close + (display ? 2 : 1);
    }

    private int command(int at) {
        if (text.startsWith("\\(", at)) {
            return upTo(at + 2, "\\)", text.length());
        }
        if (text.startsWith("\\[", at)) {
            return upTo(at + 2, "\\]", text.length());
        }
        int end = at + 1;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end == at + 1 ? Math.min(text.length(), at + 2) : argument(end);
    }

    private int argument(int at) {
        if (at >= text.length() || text.charAt(at) != '{') {
            return at;
        }
        if (closingBraces == null) {
            closingBraces = closingBraces(text);
        }
        int close = closingBraces[at];
        return close == 0 ? at : close + 1;
    }

    /** The index of the brace that closes each opening one; 0 where there is none. */
    private static int[] closingBraces(String text) {
        int[] closing = new int[text.length()];
        int[] open = new int[text.length()];
        int depth = 0;
        for (int i = 0; i < closing.length; i++) {
            if (text.charAt(i) == '{') {
                open[depth++] = i;
            } else if (text.charAt(i) == '}' && depth > 0) {
                closing[open[--depth]] = i;
            }
        }
        return closing;
    }

    /** The index behind the closing mark; the opening mark alone where there is none near. */
    private int upTo(int from, String mark, int most) {
        int close = next(mark, from);
        return close < 0 || close - from > most ? from : close + mark.length();
    }

    /** The first place of a mark from an index on, -1 where there is none; the indices asked for ascend. */
    private int next(String mark, int from) {
        int known = found.getOrDefault(mark, 0); // no mark is looked for at index 0
        if (known == 0 || (known > 0 && known < from)) {
            known = text.indexOf(mark, from);
            found.put(mark, known);
        }
        return known;
    }

    private int word(int at) {
        int end = text.indexOf(' ', at);
        return end < 0 ? text.length() : end;
    }
}
