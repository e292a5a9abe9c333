package org.courant.ingest.text;

import java.nio.charset.Charset;

/** Plain text without what a reader cannot see: controls, zero-width characters and bidirectional overrides. */
public final class CleanText {
    /** What writers mean by the C1 controls: the characters that Windows has in their place (WHATWG Encoding). */
    private static final String WINDOWS = new String(c1(), Charset.forName("windows-1252")).replace('\ufffd', '\u0080');

    private static final int BLACK_FLAG = 0x1f3f4;

    private CleanText() {}

    /** One line: every run of white space is one space. */
    public static String line(String text) {
        return folded(visible(text), " ");
    }

    /** Paragraphs, separated by an empty line; line ends inside them are spaces. */
    public static String paragraphs(String text) {
        return folded(visible(text), "\n\n");
    }

    private static String folded(String text, String paragraphEnd) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean apart = false;
        int lineEnds = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (isSpace(character)) {
                apart = true;
                lineEnds += lineEnds(text, i);
                continue;
            }
            if (apart && !folded.isEmpty()) {
                folded.append(lineEnds > 1 ? paragraphEnd : " ");
            }
            apart = false;
            lineEnds = 0;
            folded.append(character);
        }
        return folded.toString();
    }

    /** How many line ends a character is; a carriage return before a line feed is part of that. */
    private static int lineEnds(String text, int at) {
        return switch (text.charAt(at)) {
            case '\n', '\f', '\u2028' -> 1;
            case '\r' -> at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 0 : 1;
            case '\u2029' -> 2;
            default -> 0;
        };
    }

    /** White space of any kind, the kinds that do not break included. */
    static boolean isSpace(char character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /**
     * The text without invisible characters; white space stays as it is, and C1 controls become what they stand for.
     */
    public static String visible(String text) {
        if (text.chars().allMatch(c -> (c >= ' ' && c < 0x7f) || c == '\n')) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length());
        int before = ' ';
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            i += Character.charCount(character);
            int meant = character >= 0x80 && character <= 0x9f ? WINDOWS.charAt(character - 0x80) : character;
            if (!isInvisible(meant, before)) {
                visible.appendCodePoint(meant);
                before = meant;
            }
        }
        return visible.toString();
    }

    private static boolean isInvisible(int character, int before) {
        return switch (character) {
            case '\t', '\n', '\r', '\f' -> false;
            // Joiners shape Indic and Persian words and compound emoji; after ASCII they only hide.
            case 0x200c, 0x200d -> before < 0x80;
            // The letters of a region, which follow a black flag: Scotland's, and Wales'.
            default -> isFlagLetter(character) ? before != BLACK_FLAG && !isFlagLetter(before) : isHidden(character);
        };
    }

    private static boolean isFlagLetter(int character) {
        return character >= 0xe0020 && character <= 0xe007f;
    }

    private static boolean isHidden(int character) {
        return isInvisibleType(character) || isNoncharacter(character);
    }

    private static boolean isInvisibleType(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE -> true;
            // The number signs of Arabic and Syriac are format characters that are seen.
            case Character.FORMAT -> character < 0x0600 || character > 0x08e2;
            default -> false;
        };
    }

    private static boolean isNoncharacter(int character) {
        return (character & 0xfffe) == 0xfffe || (character >= 0xfdd0 && character <= 0xfdef);
    }

    private static byte[] c1() {
        byte[] octets = new byte[32];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) (0x80 + i);
        }
        return octets;
    }
}
