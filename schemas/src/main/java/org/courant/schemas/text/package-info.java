/** Texts from outside, handled in time proportional to their length. */
@NullMarked
package org.courant.schemas.text;

import org.jspecify.annotations.NullMarked;
