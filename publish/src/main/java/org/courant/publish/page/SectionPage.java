package org.courant.publish.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One section of an edition, page by page.
 *
 * @param size how many entries the section has
 * @param number of this page, from 1
 * @param pages how many pages there are
 * @param newer path of the page before, null on the first
 * @param older path of the page after, null on the last
 * @param feed path of the section's feeds, without the ending
 */
public record SectionPage(
        EditionLink edition,
        String title,
        int size,
        int number,
        int pages,
        List<KindLink> kinds,
        @Nullable String newer,
        @Nullable String older,
        String feed,
        List<EntryCard> entries) {
    public SectionPage {
        kinds = List.copyOf(kinds);
        entries = List.copyOf(entries);
    }
}
