package org.courant.publish.view;

import java.util.List;
import org.courant.schemas.DigestEntry;

/**
 * A page of what a search has found.
 *
 * @param total how many entries match
 */
public record SearchResult(List<Hit> hits, int total) {
    public SearchResult {
        hits = List.copyOf(hits);
    }

    /** An entry and its place among the results. */
    public record Hit(DigestEntry entry, SearchKey key) {}
}
