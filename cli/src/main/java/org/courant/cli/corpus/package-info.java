/** Captured data that tools train on and evaluate with. */
@NullMarked
package org.courant.cli.corpus;

import org.jspecify.annotations.NullMarked;
