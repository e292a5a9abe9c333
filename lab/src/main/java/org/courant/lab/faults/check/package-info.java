/** Judges what a run of the fault suite left behind; pure functions of the recorded histories. */
@NullMarked
package org.courant.lab.faults.check;

import org.jspecify.annotations.NullMarked;
