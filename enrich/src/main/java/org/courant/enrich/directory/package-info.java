/** Which work has the newest delivery of an item. */
@NullMarked
package org.courant.enrich.directory;

import org.jspecify.annotations.NullMarked;
