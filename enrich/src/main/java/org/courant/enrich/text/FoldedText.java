package org.courant.enrich.text;

import java.text.Normalizer;

/**
 * Text without what typography and channels change: compatibility forms (ligatures, full-width letters) and diacritics.
 *
 * <p>Source: <a href="https://unicode.org/reports/tr15/">Unicode Standard Annex 15</a>, form KD, without the marks that
 * it sets apart.
 */
public final class FoldedText {
    /** More marks on one letter are no language; the limit of the stream-safe text format (annex 15, section 13). */
    private static final int MAX_MARKS = 30;

    private FoldedText() {}

    /** The folded text; the text itself where there is nothing to fold. */
    public static String of(String text) {
        return isAscii(text) ? text : withoutMarks(Normalizer.normalize(streamSafe(text), Normalizer.Form.NFKD));
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Without the marks that are too many on one letter: sorting them takes time that grows with their square. */
    private static String streamSafe(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean mark = Character.getType(text.charAt(i)) == Character.NON_SPACING_MARK;
            marks = mark ? marks + 1 : 0;
            if (marks <= MAX_MARKS) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }

    private static String withoutMarks(String decomposed) {
        StringBuilder kept = new StringBuilder(decomposed.length());
        decomposed
                .codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
