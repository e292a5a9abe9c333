package org.courant.enrich.match;

import java.util.List;
import org.courant.enrich.store.StoreKey;

/**
 * The members of a story may have changed; keyed by the story.
 *
 * @param items identity of the work and item id of the items that came or changed
 */
public record TouchedStory(List<StoreKey> items) {
    public TouchedStory {
        items = List.copyOf(items);
    }
}
