package org.courant.publish.view;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The place of an entry among the results of a search: best first, then newest, then by id. It depends on the entry and
 * the query only, so pages fit together whatever is published meanwhile, and whichever instance answers.
 *
 * @param score weights of the fields that match, added up
 * @param publishedAt milliseconds since 1970
 */
public record SearchKey(float score, long publishedAt, String entryId) {
    /** A text for URLs from which {@link #parse} makes the key again. */
    public String cursor() {
        String text = score + " " + publishedAt + " " + entryId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a cursor; empty if it is none. */
    public static Optional<SearchKey> parse(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 3);
            return parts.length < 3
                    ? Optional.empty()
                    : Optional.of(new SearchKey(Float.parseFloat(parts[0]), Long.parseLong(parts[1]), parts[2]));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
