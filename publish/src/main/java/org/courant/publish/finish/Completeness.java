package org.courant.publish.finish;

import java.util.Optional;
import org.courant.schemas.Story;

/**
 * The policy that decides whether a story is published: it needs a title and a place where a reader finds the work. A
 * story without is held; one that was published and no longer has them is withdrawn.
 */
final class Completeness {
    private Completeness() {}

    /** What a story lacks, as the name of the field; empty where nothing. */
    static Optional<String> lacking(Story story) {
        if (story.getTitle().isBlank()) {
            return Optional.of("title");
        }
        return story.getUrl().isBlank() ? Optional.of("url") : Optional.empty();
    }
}
