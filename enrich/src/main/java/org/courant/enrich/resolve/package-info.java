/** Which works are one story: blocking finds candidate pairs, matching decides them, clustering closes them. */
@NullMarked
package org.courant.enrich.resolve;

import org.jspecify.annotations.NullMarked;
