/** How a source is doing, as a pure function of what its polls came to. */
@NullMarked
package org.courant.ingest.status;

import org.jspecify.annotations.NullMarked;
