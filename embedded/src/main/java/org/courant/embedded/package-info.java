/** A Kafka broker in this JVM and a schema registry in a child JVM; the only code that knows Kafka's server classes. */
@NullMarked
package org.courant.embedded;

import org.jspecify.annotations.NullMarked;
