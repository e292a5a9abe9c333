/** How far all of the log has been read, so that state can be dropped without changing any result. */
@NullMarked
package org.courant.enrich.progress;

import org.jspecify.annotations.NullMarked;
