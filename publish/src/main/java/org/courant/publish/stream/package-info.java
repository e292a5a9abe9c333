/** Tells clients what changes, over Server-Sent Events that resume exactly. */
@NullMarked
package org.courant.publish.stream;

import org.jspecify.annotations.NullMarked;
