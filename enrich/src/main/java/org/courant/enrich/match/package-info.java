/** Which delivery stands for an item, which items name the same work, and which story a work belongs to. */
@NullMarked
package org.courant.enrich.match;

import org.jspecify.annotations.NullMarked;
