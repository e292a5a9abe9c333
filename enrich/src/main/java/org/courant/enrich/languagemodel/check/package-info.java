/** Whether an answer may be published. */
@NullMarked
package org.courant.enrich.languagemodel.check;

import org.jspecify.annotations.NullMarked;
