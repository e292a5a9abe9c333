package org.courant.ingest.text;

import java.nio.charset.Charset;
import java.util.regex.Pattern;

/** Plain text without what a reader cannot see: controls, zero-width characters and bidirectional overrides. */
public final class CleanText {
    private static final Pattern SPACES =
            Pattern.compile("[\\s\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\u0085]+");
    private static final Pattern BLANKS =
            Pattern.compile("[ \\t\\u000b\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]+");
    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|[\\u0085\\u2028\\f]");
    private static final Pattern PARAGRAPH_END = Pattern.compile("\\u2029|\\n[ \\n]*\\n *");

    /** What writers mean by the C1 controls: the characters that Windows has in their place (WHATWG Encoding). */
    private static final String WINDOWS = new String(c1(), Charset.forName("windows-1252")).replace('\ufffd', '\u0080');

    private CleanText() {}

    /** One line: every run of white space is one space. */
    public static String line(String text) {
        return SPACES.matcher(visible(text)).replaceAll(" ").strip();
    }

    /** Paragraphs, separated by an empty line; line ends inside them are spaces. */
    public static String paragraphs(String text) {
        String lines = BLANKS.matcher(LINE_ENDS.matcher(visible(text)).replaceAll("\n"))
                .replaceAll(" ");
        StringBuilder result = new StringBuilder(lines.length());
        for (String paragraph : PARAGRAPH_END.split(lines, -1)) {
            String folded = line(paragraph);
            if (!folded.isEmpty()) {
                result.append(result.isEmpty() ? "" : "\n\n").append(folded);
            }
        }
        return result.toString();
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
            default -> isInvisibleType(character) || isNoncharacter(character);
        };
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
