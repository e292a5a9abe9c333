/** {@code courant train}: makes models of data that people have judged. */
@NullMarked
package org.courant.cli.train;

import org.jspecify.annotations.NullMarked;
