package org.courant.enrich.text;

import java.text.Normalizer;

/**
 * Text without what typography and channels change: compatibility forms (ligatures, full-width letters) and diacritics.
 *
 * <p>Source: <a href="https://unicode.org/reports/tr15/">Unicode Standard Annex 15</a>, form KD, without the marks that
 * it sets apart.
 */
public final class FoldedText {
    private FoldedText() {}

    /** The folded text; the text itself where there is nothing to fold. */
    public static String of(String text) {
        return isAscii(text) ? text : withoutMarks(Normalizer.normalize(StreamSafe.of(text), Normalizer.Form.NFKD));
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
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
