/** What a poll of a source is given and what it may come to. */
@NullMarked
package org.courant.ingest.source;

import org.jspecify.annotations.NullMarked;
