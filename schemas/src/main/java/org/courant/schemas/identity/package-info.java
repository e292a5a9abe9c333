/** The names by which a work is known: arXiv ids, DOIs, canonical URLs; pure functions over strings. */
@NullMarked
package org.courant.schemas.identity;

import org.jspecify.annotations.NullMarked;
