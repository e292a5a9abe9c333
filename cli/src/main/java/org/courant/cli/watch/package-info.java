/** Commands that look at what the pipeline does and has done. */
@NullMarked
package org.courant.cli.watch;

import org.jspecify.annotations.NullMarked;
