package org.courant.publish.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search has found.
 *
 * @param query as it was typed
 * @param facts how many entries were found, in words; empty before anything has been typed
 * @param kinds choices of the kind of source
 * @param next path of the next page, null on the last
 */
public record SearchPage(
        String query,
        String facts,
        List<KindLink> kinds,
        List<EntryCard> entries,
        @Nullable String next) {
    public SearchPage {
        kinds = List.copyOf(kinds);
        entries = List.copyOf(entries);
    }
}
