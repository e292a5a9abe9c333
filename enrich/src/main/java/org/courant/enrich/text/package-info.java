/** Words and sentences of plain text. */
@NullMarked
package org.courant.enrich.text;

import org.jspecify.annotations.NullMarked;
