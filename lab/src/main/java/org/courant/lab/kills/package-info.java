/** Kills the embedded broker under transactions, and counts those that are left open for ever. */
@NullMarked
package org.courant.lab.kills;

import org.jspecify.annotations.NullMarked;
