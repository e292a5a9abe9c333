/** From a story to the finished entry that readers get. */
@NullMarked
package org.courant.publish.finish;

import org.jspecify.annotations.NullMarked;
