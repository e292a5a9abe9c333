package org.courant.enrich.story;

import java.util.Optional;
import org.courant.schemas.Story;

/** Summaries that come after a story has been told, and take the place of the one that is made in process. */
@FunctionalInterface
public interface LaterSummaries {
    /** There are none. */
    LaterSummaries NONE = story -> Optional.empty();

    /** The summary that has come for the text of a story. */
    Optional<LaterSummary> of(Story story);

    /**
     * A summary.
     *
     * @param text plain text on one line
     * @param by name and version of who made it
     */
    record LaterSummary(String text, String by) {}
}
