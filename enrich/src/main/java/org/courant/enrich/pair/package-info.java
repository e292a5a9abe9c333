/** Works that share a block key meet in a block and are compared, pair by pair. */
@NullMarked
package org.courant.enrich.pair;

import org.jspecify.annotations.NullMarked;
