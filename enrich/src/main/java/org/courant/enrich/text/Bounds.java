package org.courant.enrich.text;

/** Cuts what is too long at a word, and never through a character. */
public final class Bounds {
    private Bounds() {}

    /** The text itself if it has at most so many characters, else its beginning and a mark. */
    public static String cut(String text, int most, String mark) {
        if (text.length() <= most) {
            return text;
        }
        int space = text.lastIndexOf(' ', most);
        int end = space > 0 ? space : most;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + mark;
    }
}
