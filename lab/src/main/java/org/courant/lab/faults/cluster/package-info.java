/** The system under test: brokers, registry and services, each in a JVM of its own. */
@NullMarked
package org.courant.lab.faults.cluster;

import org.jspecify.annotations.NullMarked;
