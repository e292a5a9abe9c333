/** Which section of the digest a story belongs to. */
@NullMarked
package org.courant.enrich.classify;

import org.jspecify.annotations.NullMarked;
