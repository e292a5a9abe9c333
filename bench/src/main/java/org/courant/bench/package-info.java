/** Throughput of the stages, as ratios to controls that are measured in the same run. */
@NullMarked
package org.courant.bench;

import org.jspecify.annotations.NullMarked;
