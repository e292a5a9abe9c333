/**
 * Bugs that the checker must find. They are put into the JVMs of the services when these start, by an agent; nothing of
 * them is in the product.
 */
@NullMarked
package org.courant.lab.faults.planted;

import org.jspecify.annotations.NullMarked;
