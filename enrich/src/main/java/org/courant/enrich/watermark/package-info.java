/** How far all of the log has been read, so that state can be dropped without changing any result. */
@NullMarked
package org.courant.enrich.watermark;

import org.jspecify.annotations.NullMarked;
