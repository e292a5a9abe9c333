/** Commands that run services. */
@NullMarked
package org.courant.cli.run;

import org.jspecify.annotations.NullMarked;
