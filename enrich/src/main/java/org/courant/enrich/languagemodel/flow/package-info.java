/** Which texts the language model is asked about, and how its answers reach the stories: part of the topology. */
@NullMarked
package org.courant.enrich.languagemodel.flow;

import org.jspecify.annotations.NullMarked;
