/** The digest as text for a terminal. */
@NullMarked
package org.courant.cli.digest;

import org.jspecify.annotations.NullMarked;
