/** Turns items into stories: the flow, its settings and its service. */
@NullMarked
package org.courant.enrich;

import org.jspecify.annotations.NullMarked;
