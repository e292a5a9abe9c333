package org.courant.publish.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edition by section.
 *
 * @param day {@code Wednesday, 24 June 2026}
 * @param facts what can be counted, in one line
 * @param complete whether every source that delivered for the day delivered all that it listed
 * @param newer the edition after it, null if it is the newest
 * @param older the edition before it, null if it is the oldest
 */
public record EditionPage(
        String date,
        String day,
        String facts,
        boolean complete,
        List<SectionBlock> sections,
        List<SourceChip> sources,
        List<EditionLink> others,
        @Nullable EditionLink newer,
        @Nullable EditionLink older) {
    public EditionPage {
        sections = List.copyOf(sections);
        sources = List.copyOf(sources);
        others = List.copyOf(others);
    }
}
