/** What a source says in sentences: without citations, markup, code, courtesies and footers. */
@NullMarked
package org.courant.enrich.summarise.prose;

import org.jspecify.annotations.NullMarked;
