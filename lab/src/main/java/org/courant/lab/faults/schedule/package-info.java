/** What happens when: drawn from a seed, the same for the same seed. */
@NullMarked
package org.courant.lab.faults.schedule;

import org.jspecify.annotations.NullMarked;
