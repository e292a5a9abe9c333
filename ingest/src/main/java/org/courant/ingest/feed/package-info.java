/** Feeds: RSS 0.9x to 2.0, RDF, Atom and JSON Feed, read leniently from hostile or broken documents. */
@NullMarked
package org.courant.ingest.feed;

import org.jspecify.annotations.NullMarked;
