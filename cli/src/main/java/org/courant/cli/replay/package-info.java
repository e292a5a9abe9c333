/** {@code courant replay}: has the stories of a slice of the log told once more. */
@NullMarked
package org.courant.cli.replay;

import org.jspecify.annotations.NullMarked;
