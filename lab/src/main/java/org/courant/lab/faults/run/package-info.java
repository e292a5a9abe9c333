/**
 * Runs a schedule against a system, heals it, waits for calm, records what is left and reports what the checker says.
 */
@NullMarked
package org.courant.lab.faults.run;

import org.jspecify.annotations.NullMarked;
