/** Which records of the log of record are items that stories can be made of. */
@NullMarked
package org.courant.enrich.validate;

import org.jspecify.annotations.NullMarked;
