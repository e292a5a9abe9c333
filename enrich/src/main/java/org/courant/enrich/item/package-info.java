/** What all stages agree on about items: which comes first, and what the rules that decide on them are called. */
@NullMarked
package org.courant.enrich.item;

import org.jspecify.annotations.NullMarked;
