package org.courant.publish.page;

import java.util.List;

/**
 * A section of an edition.
 *
 * @param anchor id of its heading
 * @param size how many entries it has
 * @param shown its first entries
 * @param all path of the page with all of them
 */
public record SectionBlock(String anchor, String title, int size, List<EntryCard> shown, String all) {
    public SectionBlock {
        shown = List.copyOf(shown);
    }

    public boolean hasMore() {
        return size > shown.size();
    }
}
