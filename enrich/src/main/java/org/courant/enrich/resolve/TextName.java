package org.courant.enrich.resolve;

import java.util.Comparator;

/**
 * Names a text.
 *
 * @param work identity of its work
 * @param text tells it from the other texts of the work
 */
record TextName(String work, String text) implements Comparable<TextName> {
    private static final Comparator<TextName> ORDER =
            Comparator.comparing(TextName::work).thenComparing(TextName::text);

    @Override
    public int compareTo(TextName other) {
        return ORDER.compare(this, other);
    }
}
