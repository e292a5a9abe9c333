package org.courant.publish.page;

import java.util.Locale;

/** Numbers with their nouns. */
final class Plural {
    private Plural() {}

    static String of(int count, String one, String many) {
        return String.format(Locale.ENGLISH, "%,d %s", count, count == 1 ? one : many);
    }

    /** {@code 83%}. */
    static String percent(double share) {
        return Math.round(100 * share) + "%";
    }
}
