/** Kills enrich and publish, and measures how long items have to wait for that. */
@NullMarked
package org.courant.lab.gaps;

import org.jspecify.annotations.NullMarked;
