/** The digest as feeds: Atom, RSS, JSON Feed, and the list of its sources as OPML. */
@NullMarked
package org.courant.publish.feed;

import org.jspecify.annotations.NullMarked;
