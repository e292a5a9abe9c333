/** {@code courant sources}. */
@NullMarked
package org.courant.cli.sources;

import org.jspecify.annotations.NullMarked;
