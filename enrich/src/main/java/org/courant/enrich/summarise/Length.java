package org.courant.enrich.summarise;

/** How long a text is for a reader. */
public final class Length {
    private Length() {}

    /** Runs of characters between spaces. */
    public static int inWords(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean space = text.charAt(i) == ' ';
            words += !space && !inside ? 1 : 0;
            inside = !space;
        }
        return words;
    }
}
