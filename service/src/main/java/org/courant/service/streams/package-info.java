/** What every Kafka Streams service needs: settings, dead letters, bounded memory and a life cycle. */
@NullMarked
package org.courant.service.streams;

import org.jspecify.annotations.NullMarked;
