/** How the stages keep and pass on their records: keys, serdes and the state stores. */
@NullMarked
package org.courant.enrich.store;

import org.jspecify.annotations.NullMarked;
