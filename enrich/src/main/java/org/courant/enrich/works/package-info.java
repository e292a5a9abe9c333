/** The items of each work, and the story of its name. */
@NullMarked
package org.courant.enrich.works;

import org.jspecify.annotations.NullMarked;
