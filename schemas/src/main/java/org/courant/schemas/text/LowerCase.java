package org.courant.schemas.text;

import java.util.Locale;

/**
 * Text in lower case, in time proportional to its length. That of the JDK copies what it has so far at each letter that
 * becomes longer, so that a text of nothing but {@code İ} takes time that grows with the square of its length. It is
 * the only such letter in the JDK's tables.
 */
public final class LowerCase {
    private static final char DOTTED_I = '\u0130';
    private static final String LOWER_DOTTED_I = "i\u0307";

    private LowerCase() {}

    /** The same as {@code text.toLowerCase(Locale.ROOT)}. */
    public static String of(String text) {
        return (text.indexOf(DOTTED_I) < 0 ? text : text.replace(String.valueOf(DOTTED_I), LOWER_DOTTED_I))
                .toLowerCase(Locale.ROOT);
    }
}
