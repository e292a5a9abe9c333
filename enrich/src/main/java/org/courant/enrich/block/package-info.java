/** What is sampled of a text, and the keys by which works that may be the same meet. */
@NullMarked
package org.courant.enrich.block;

import org.jspecify.annotations.NullMarked;
