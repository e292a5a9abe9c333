/** The headline of a story: the published title, cleaned, and expanded where it does not tell what the work is. */
@NullMarked
package org.courant.enrich.headline;

import org.jspecify.annotations.NullMarked;
