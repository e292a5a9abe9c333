package org.courant.publish.page;

import java.util.List;

/**
 * One section of an edition, page by page.
 *
 * @param size how many entries the section has
 * @param number of this page, from 1
 * @param pages how many pages there are
 * @param self path of the first page
 */
public record SectionPage(
        EditionLink edition, String title, int size, int number, int pages, String self, List<EntryCard> entries) {
    public SectionPage {
        entries = List.copyOf(entries);
    }
}
