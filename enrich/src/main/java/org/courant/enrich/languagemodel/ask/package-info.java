/** Works through the requests, outside the topology: who asks when, how often, and for how long. */
@NullMarked
package org.courant.enrich.languagemodel.ask;

import org.jspecify.annotations.NullMarked;
