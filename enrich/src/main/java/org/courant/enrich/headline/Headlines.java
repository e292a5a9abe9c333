package org.courant.enrich.headline;

/**
 * Makes headlines. Every word comes from the title or the text of the source: the title loses markup, a trailing full
 * stop, capitals and prefixes of forums; one that does not tell what the work is is followed or replaced by what the
 * source says that it is.
 */
public final class Headlines {
    private Headlines() {}

    /** The headline of a source; the title as published where nothing is left of it. */
    public static String of(String publishedTitle, String body) {
        String title = Capitals.lowered(TitleCleaning.cleaned(publishedTitle), body);
        if (title.isEmpty()) {
            return publishedTitle;
        }
        return Expansion.of(title, body).orElse(title);
    }
}
