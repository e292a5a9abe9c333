/** Sources as the operator defines them, from sources.yaml to the topic of sources. */
@NullMarked
package org.courant.ingest.definition;

import org.jspecify.annotations.NullMarked;
