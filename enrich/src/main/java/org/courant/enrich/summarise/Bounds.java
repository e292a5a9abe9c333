package org.courant.enrich.summarise;

/** Cuts what is too long at a word, and never through a character. */
final class Bounds {
    private Bounds() {}

    static String cut(String text, int most, String mark) {
        if (text.length() <= most) {
            return text;
        }
        int space = text.lastIndexOf(' ', most);
        int end = space > 0 ? space : most;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + mark;
    }
}
