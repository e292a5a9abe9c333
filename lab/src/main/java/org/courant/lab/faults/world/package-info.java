/** The outside world on loopback: feeds that grow, with faults on demand and the truth about what was served. */
@NullMarked
package org.courant.lab.faults.world;

import org.jspecify.annotations.NullMarked;
