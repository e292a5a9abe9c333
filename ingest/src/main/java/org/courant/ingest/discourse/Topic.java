package org.courant.ingest.discourse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A topic with its first post, from the feed or from JSON alike.
 *
 * @param id number of the topic at its forum
 * @param host name of the forum
 * @param url where a reader finds it
 * @param title plain text on one line
 * @param author user name of who began it, may be empty
 * @param category name, empty where it is not known
 * @param text the first post as plain text
 * @param created null where the forum does not say
 * @param closed whether it takes no more replies
 * @param pinned whether it stands on top whatever its age
 */
record Topic(
        long id,
        String host,
        String url,
        String title,
        String author,
        String category,
        String text,
        @Nullable Instant created,
        boolean closed,
        boolean pinned) {}
