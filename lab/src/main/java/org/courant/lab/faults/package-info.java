/** The fault suite: runs the product under faults that are drawn from a seed, and judges what it left behind. */
@NullMarked
package org.courant.lab.faults;

import org.jspecify.annotations.NullMarked;
