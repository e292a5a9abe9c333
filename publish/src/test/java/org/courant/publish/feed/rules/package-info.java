/**
 * The rules that a feed keeps, as the test cases of the W3C's feed validator have them (RFC 4287, RSS 2.0, OPML 2.0),
 * and those of JSON Feed 1.1. Events have the names that the cases use.
 */
@NullMarked
package org.courant.publish.feed.rules;

import org.jspecify.annotations.NullMarked;
