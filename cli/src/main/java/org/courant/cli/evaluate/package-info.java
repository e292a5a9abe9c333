/** {@code courant evaluate}: measures on data that people have judged. */
@NullMarked
package org.courant.cli.evaluate;

import org.jspecify.annotations.NullMarked;
