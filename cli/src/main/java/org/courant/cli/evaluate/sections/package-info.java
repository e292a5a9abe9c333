/** {@code courant evaluate sections}. */
@NullMarked
package org.courant.cli.evaluate.sections;

import org.jspecify.annotations.NullMarked;
