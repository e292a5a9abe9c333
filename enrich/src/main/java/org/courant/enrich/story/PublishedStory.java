package org.courant.enrich.story;

import org.courant.schemas.Story;
import org.jspecify.annotations.Nullable;

/**
 * What shall stand in the table of stories; keyed by the story.
 *
 * @param story null where it has no members any more
 */
public record PublishedStory(@Nullable Story story) {}
