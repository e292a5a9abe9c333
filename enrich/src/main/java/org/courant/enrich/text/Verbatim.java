package org.courant.enrich.text;

import java.util.BitSet;

/** The places of a text that no rule about words may touch: formulas, TeX commands, addresses and quotations. */
public final class Verbatim {
    private static final int LONGEST_QUOTATION = 300;

    private final BitSet places;

    private Verbatim(BitSet places) {
        this.places = places;
    }

    /** Those of a text, quotations included. */
    public static Verbatim of(String text) {
        BitSet places = new BitSet(text.length());
        for (int i = 0; i < text.length(); i++) {
            int end = end(text, i);
            if (end > i) {
                places.set(i, end);
                i = end - 1;
            }
        }
        return new Verbatim(places);
    }

    public boolean contains(int index) {
        return places.get(index);
    }

    private static int end(String text, int at) {
        return switch (text.charAt(at)) {
            case '$' -> formula(text, at);
            case '\\' -> command(text, at);
            case '“' -> upTo(text, at + 1, "”", LONGEST_QUOTATION);
            case '"' -> upTo(text, at + 1, "\"", LONGEST_QUOTATION);
            case '`' -> text.startsWith("``", at) ? upTo(text, at + 2, "''", LONGEST_QUOTATION) : at;
            case 'h' -> text.startsWith("http://", at) || text.startsWith("https://", at) ? word(text, at) : at;
            default -> at;
        };
    }

    private static int formula(String text, int at) {
        boolean display = text.startsWith("$$", at);
        int close = text.indexOf(display ? "$$" : "$", at + (display ? 2 : 1));
        return close < 0 ? at : close + (display ? 2 : 1);
    }

    private static int command(String text, int at) {
        if (text.startsWith("\\(", at)) {
            return upTo(text, at + 2, "\\)", text.length());
        }
        if (text.startsWith("\\[", at)) {
            return upTo(text, at + 2, "\\]", text.length());
        }
        int end = at + 1;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end == at + 1 ? Math.min(text.length(), at + 2) : argument(text, end);
    }

    private static int argument(String text, int at) {
        if (at >= text.length() || text.charAt(at) != '{') {
            return at;
        }
        int depth = 0;
        for (int i = at; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return at;
    }

    /** The index behind the closing mark; the opening mark alone where there is none near. */
    private static int upTo(String text, int from, String mark, int most) {
        int close = text.indexOf(mark, from);
        return close < 0 || close - from > most ? from : close + mark.length();
    }

    private static int word(String text, int at) {
        int end = text.indexOf(' ', at);
        return end < 0 ? text.length() : end;
    }
}
