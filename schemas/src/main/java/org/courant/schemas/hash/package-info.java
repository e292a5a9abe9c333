/** Hashes that anyone can recompute from the records. */
@NullMarked
package org.courant.schemas.hash;

import org.jspecify.annotations.NullMarked;
