/** What a story says, in whole sentences of its source. */
@NullMarked
package org.courant.enrich.summarise;

import org.jspecify.annotations.NullMarked;
