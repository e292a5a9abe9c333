/** What a run of the fault suite leaves behind: the only thing that its checker judges. */
@NullMarked
package org.courant.lab.faults.history;

import org.jspecify.annotations.NullMarked;
