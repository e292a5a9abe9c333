/** {@code courant evaluate}. */
@NullMarked
package org.courant.cli.evaluate;

import org.jspecify.annotations.NullMarked;
