/** {@code courant train}. */
@NullMarked
package org.courant.cli.train;

import org.jspecify.annotations.NullMarked;
