package org.courant.enrich.headline;

import org.courant.enrich.text.Bounds;
import org.courant.enrich.text.StreamSafe;

/**
 * Makes headlines. Every word comes from the title or the text of the source: the title loses markup, a trailing full
 * stop, capitals and prefixes of forums; one that does not tell what the work is is followed or replaced by what the
 * source says that it is.
 */
public final class Headlines {
    /** A longer title is no title; it is cut at a word. */
    private static final int MAX_CHARACTERS = 1_000;

    /** What a work is stands at the beginning of its text, as far as it is told at all. */
    private static final int MAX_CHARACTERS_READ = 20_000;

    private Headlines() {}

    /** The headline of a source; the title as published where nothing is left of it. */
    public static String of(String publishedTitle, String body) {
        String whole = StreamSafe.of(Bounds.cut(publishedTitle, MAX_CHARACTERS, " …"));
        String read = StreamSafe.of(Bounds.cut(body, MAX_CHARACTERS_READ, ""));
        String title = Capitals.lowered(TitleCleaning.cleaned(whole), read);
        if (title.isEmpty()) {
            return whole;
        }
        return Expansion.of(title, read).orElse(title);
    }
}
