/**
 * What tests of several modules need: a Kafka cluster, a schema registry, child JVMs and the simulated outside world.
 */
@NullMarked
package org.courant.testkit;

import org.jspecify.annotations.NullMarked;
