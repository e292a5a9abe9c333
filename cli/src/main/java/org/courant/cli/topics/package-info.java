/** {@code courant topics}. */
@NullMarked
package org.courant.cli.topics;

import org.jspecify.annotations.NullMarked;
