package org.courant.ingest.text;

import com.google.re2j.Pattern;

/** Puts words into lines and paragraphs; separators are written only between things, never before or after them. */
final class TextLayout {
    private static final Pattern LEADING_LINE_ENDS = Pattern.compile("^\\n+");
    private static final int NOTHING = 0;
    private static final int SPACE = 1;
    private static final int LINE = 2;
    private static final int PARAGRAPH = 3;

    private final StringBuilder text = new StringBuilder();
    private int pending = NOTHING;
    private String bullet = "";

    String text() {
        return text.toString().strip();
    }

    void space() {
        pending = Math.max(pending, SPACE);
    }

    void line() {
        pending = Math.max(pending, LINE);
    }

    /** A second line break in a row makes a paragraph. */
    void lineBreak() {
        pending = pending >= LINE ? PARAGRAPH : LINE;
    }

    /** A paragraph that begins an item of a list stands beside its bullet. */
    void paragraph() {
        pending = bullet.isEmpty() ? PARAGRAPH : pending;
    }

    /** What the next words are preceded by. */
    void bullet(String mark) {
        bullet = mark;
    }

    /** Words whose white space means nothing but that they are apart. */
    void folded(String words) {
        int start = -1;
        for (int i = 0; i <= words.length(); i++) {
            boolean gap = i == words.length() || CleanText.isSpace(words.charAt(i));
            if (gap && start >= 0) {
                append(words, start, i);
                start = -1;
            }
            if (gap && i < words.length()) {
                space();
            } else if (!gap && start < 0) {
                start = i;
            }
        }
    }

    /** Text whose line ends and indentation mean something. */
    void preformatted(String lines) {
        String unix = lines.replace("\r\n", "\n").replace('\r', '\n');
        if (unix.isBlank()) {
            text.append(pending == NOTHING ? unix : "");
            return;
        }
        String body = pending == PARAGRAPH ? LEADING_LINE_ENDS.matcher(unix).replaceFirst("") : unix;
        append(body, 0, body.length());
    }

    /** Text that is not touched, such as TeX. */
    void verbatim(String exact) {
        append(exact, 0, exact.length());
    }

    private void append(String source, int from, int to) {
        if (pending >= LINE) {
            stripLineEnds();
        }
        text.append(text.isEmpty() ? "" : separator()).append(bullet).append(source, from, to);
        pending = NOTHING;
        bullet = "";
    }

    /** Code ends with a line end of its own. */
    private void stripLineEnds() {
        int length = text.length();
        while (length > 0 && text.charAt(length - 1) == '\n') {
            length--;
        }
        text.setLength(length);
    }

    private String separator() {
        return switch (pending) {
            case SPACE -> " ";
            case LINE -> "\n";
            case PARAGRAPH -> "\n\n";
            default -> "";
        };
    }
}
