/** {@code courant schemas}. */
@NullMarked
package org.courant.cli.schemas;

import org.jspecify.annotations.NullMarked;
