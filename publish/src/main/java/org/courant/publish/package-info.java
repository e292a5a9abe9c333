/** The publish service: finishes entries, files them into editions and serves both. */
@NullMarked
package org.courant.publish;

import org.jspecify.annotations.NullMarked;
