package org.courant.publish.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edition by section.
 *
 * @param day {@code Wednesday, 24 June 2026}
 * @param facts what can be counted, in one line
 * @param complete whether every source that delivered for the day delivered all that it listed
 * @param kinds choices of the kind of source, empty if there is nothing to choose
 * @param newer the edition after it, null if it is the newest
 * @param older the edition before it, null if it is the oldest
 * @param now when the page was made, to the minute, so that ages can grow while it is open
 * @param position how far the topic had been read when the page was made; the page goes on from there
 */
public record EditionPage(
        String date,
        String day,
        String facts,
        boolean complete,
        List<KindLink> kinds,
        List<SectionBlock> sections,
        SourceStrip sources,
        CalendarMonth calendar,
        @Nullable EditionLink newer,
        @Nullable EditionLink older,
        String now,
        String position) {
    public EditionPage {
        kinds = List.copyOf(kinds);
        sections = List.copyOf(sections);
    }
}
