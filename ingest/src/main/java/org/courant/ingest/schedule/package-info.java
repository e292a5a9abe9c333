/** When a source is polled next, as a pure function of what its last poll came to. */
@NullMarked
package org.courant.ingest.schedule;

import org.jspecify.annotations.NullMarked;
