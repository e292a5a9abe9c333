/** Files of items, one JSON object a line, read in slices. */
@NullMarked
package org.courant.ingest.file;

import org.jspecify.annotations.NullMarked;
