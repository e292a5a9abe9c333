package org.courant.enrich.text;

/**
 * Text with at most {@value #MAX_MARKS} marks on one letter; more are no language. Normalizers take time that grows
 * with the square of such a run, and so does {@code \b} of a regular expression, which looks for the letter.
 *
 * <p>Source: the stream-safe text format of <a href="https://unicode.org/reports/tr15/">Unicode Standard Annex 15</a>,
 * section 13, but that the marks that are too many are dropped.
 */
public final class StreamSafe {
    private static final int MAX_MARKS = 30;

    private StreamSafe() {}

    /** The text without the marks that are too many; the text itself where there are none. */
    public static String of(String text) {
        StringBuilder kept = null;
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean mark = c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK;
            marks = mark ? marks + 1 : 0;
            if (marks > MAX_MARKS && kept == null) {
                kept = new StringBuilder(text.length()).append(text, 0, i);
            } else if (marks <= MAX_MARKS && kept != null) {
                kept.append(c);
            }
        }
        return kept == null ? text : kept.toString();
    }
}
