/** {@code courant evaluate dedup}: how well near-duplicates are told. */
@NullMarked
package org.courant.cli.evaluate.dedup;

import org.jspecify.annotations.NullMarked;
