/** Whether two works are the same, by which rule, and how sure. */
@NullMarked
package org.courant.enrich.compare;

import org.jspecify.annotations.NullMarked;
