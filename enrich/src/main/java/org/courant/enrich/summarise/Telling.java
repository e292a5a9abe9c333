package org.courant.enrich.summarise;

import java.util.List;

/**
 * A summary and where it comes from.
 *
 * @param source the sentences of the source that say something about its subject
 * @param chosen the indices of those that are told, in the order in which they are told
 * @param told these sentences, retold
 */
public record Telling(List<String> source, List<Integer> chosen, List<String> told) {
    public Telling {
        source = List.copyOf(source);
        chosen = List.copyOf(chosen);
        told = List.copyOf(told);
    }

    /** On one line; a sentence without an end gets one, and so does one that led to a listing that is left out. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < told.size(); i++) {
            text.append(i == 0 ? "" : " ").append(told.get(i));
            int last = text.length() - 1;
            if (text.charAt(last) == ':') {
                text.setCharAt(last, '.');
            } else if (i + 1 < told.size() && Character.isLetterOrDigit(text.charAt(last))) {
                text.append('.');
            }
        }
        return text.toString();
    }
}
