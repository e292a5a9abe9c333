/** Retells sentences in the third person, and cuts what only made sense in their old surroundings. */
@NullMarked
package org.courant.enrich.summarise.voice;

import org.jspecify.annotations.NullMarked;
