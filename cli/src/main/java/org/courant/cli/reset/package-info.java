/** {@code courant reset}: lets a service begin anew. */
@NullMarked
package org.courant.cli.reset;

import org.jspecify.annotations.NullMarked;
