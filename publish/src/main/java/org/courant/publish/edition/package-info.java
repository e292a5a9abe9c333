/** From finished entries to the digest of a day. */
@NullMarked
package org.courant.publish.edition;

import org.jspecify.annotations.NullMarked;
