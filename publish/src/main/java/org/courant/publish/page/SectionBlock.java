package org.courant.publish.page;

import java.util.List;

/**
 * A section of an edition.
 *
 * @param anchor id of its heading
 * @param size how many entries it has
 * @param shown its first entries, in full
 * @param brief those after them, as headlines
 * @param all path of the page with all of them in full
 */
public record SectionBlock(
        String anchor, String title, int size, List<EntryCard> shown, List<EntryCard> brief, String all) {
    public SectionBlock {
        shown = List.copyOf(shown);
        brief = List.copyOf(brief);
    }

    public boolean isPartial() {
        return size > shown.size();
    }
}
