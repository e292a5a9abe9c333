/** Closes matches into stories: the connected components of the graph of identities. */
@NullMarked
package org.courant.enrich.cluster;

import org.jspecify.annotations.NullMarked;
