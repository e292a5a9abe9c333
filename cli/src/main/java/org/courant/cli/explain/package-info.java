/** Why an item is where it is. */
@NullMarked
package org.courant.cli.explain;

import org.jspecify.annotations.NullMarked;
