/** The ingest service: polls sources and writes what is new to the log of record, exactly once. */
@NullMarked
package org.courant.ingest;

import org.jspecify.annotations.NullMarked;
