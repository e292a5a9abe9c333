/** The life of a process: what it has started, how it is told to stop, where it logs. */
@NullMarked
package org.courant.cli.process;

import org.jspecify.annotations.NullMarked;
