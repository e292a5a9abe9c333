package org.courant.publish.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.courant.publish.view.DigestView;
import org.courant.publish.view.EntryFilter;
import org.courant.schemas.DigestEntry;

/**
 * The newest entries of the digest or of a part of it.
 *
 * @param title for people
 * @param path address within the service, without the ending
 * @param base address of the service, without a slash at the end
 */
public record Feed(String title, String path, String base, List<FeedEntry> entries) {
    private static final int MOST_ENTRIES = 100;

    static final String SUBTITLE = "What AI researchers publish, day by day";

    public Feed {
        entries = List.copyOf(entries);
    }

    /** Makes a feed of the entries that a filter accepts. */
    public static Feed of(DigestView view, EntryFilter filter, String title, String path, String base) {
        List<DigestEntry> newest = view.entries(filter, Optional.empty(), MOST_ENTRIES);
        return new Feed(
                title,
                path,
                base,
                newest.stream()
                        .map(entry -> FeedEntry.of(
                                entry, base, view.writtenAt(entry.getEntryId()).orElse(entry.getPublishedAt())))
                        .toList());
    }

    /** When something in it last changed; the beginning of time if it is empty. */
    public Instant updated() {
        return entries.stream()
                .map(FeedEntry::updated)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    String address(FeedFormat format) {
        return base + path + "." + format.ending();
    }
}
