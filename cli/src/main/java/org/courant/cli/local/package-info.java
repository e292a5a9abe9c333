/** Broker, registry and all three services in one process tree. */
@NullMarked
package org.courant.cli.local;

import org.jspecify.annotations.NullMarked;
