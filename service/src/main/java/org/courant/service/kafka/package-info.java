/** The connection to the cluster, and the topics on it. */
@NullMarked
package org.courant.service.kafka;

import org.jspecify.annotations.NullMarked;
