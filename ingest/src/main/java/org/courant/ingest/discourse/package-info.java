/** Discourse forums: topics from the feed of latest activity, completed by the forum's JSON. */
@NullMarked
package org.courant.ingest.discourse;

import org.jspecify.annotations.NullMarked;
