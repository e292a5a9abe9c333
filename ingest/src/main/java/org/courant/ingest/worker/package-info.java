/** One worker per partition of sources: polls them one after another and writes each poll as one transaction. */
@NullMarked
package org.courant.ingest.worker;

import org.jspecify.annotations.NullMarked;
