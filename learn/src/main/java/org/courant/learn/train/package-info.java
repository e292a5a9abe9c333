/** Training: a linear solver, calibration, and the recipe of the model that ships. */
@NullMarked
package org.courant.learn.train;

import org.jspecify.annotations.NullMarked;
