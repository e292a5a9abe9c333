/** Summaries by a language model, where an operator wants one. */
@NullMarked
package org.courant.enrich.languagemodel;

import org.jspecify.annotations.NullMarked;
