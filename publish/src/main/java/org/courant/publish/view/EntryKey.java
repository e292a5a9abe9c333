package org.courant.publish.view;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import org.courant.schemas.DigestEntry;

/**
 * The place of an entry in lists: newest first, then by id. It does not depend on other entries, so a reader who goes
 * through pages meets each entry once, whatever is published meanwhile.
 *
 * @param publishedAt milliseconds since 1970
 */
public record EntryKey(long publishedAt, String entryId) implements Comparable<EntryKey> {
    private static final Comparator<EntryKey> NEWEST_FIRST =
            Comparator.comparingLong(EntryKey::publishedAt).reversed().thenComparing(EntryKey::entryId);

    public static EntryKey of(DigestEntry entry) {
        return new EntryKey(entry.getPublishedAt().toEpochMilli(), entry.getEntryId());
    }

    /** A text for URLs from which {@link #parse} makes the key again. */
    public String cursor() {
        String text = publishedAt + " " + entryId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a cursor; empty if it is none. */
    public static Optional<EntryKey> parse(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int space = text.indexOf(' ');
            return space < 1
                    ? Optional.empty()
                    : Optional.of(new EntryKey(Long.parseLong(text.substring(0, space)), text.substring(space + 1)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(EntryKey other) {
        return NEWEST_FIRST.compare(this, other);
    }
}
