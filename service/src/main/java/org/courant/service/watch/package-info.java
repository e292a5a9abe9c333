/** What a service needs of the cluster while it runs: brokers that answer, and partitions that can be read on. */
@NullMarked
package org.courant.service.watch;

import org.jspecify.annotations.NullMarked;
