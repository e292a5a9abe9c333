package org.courant.enrich.languagemodel.ask;

import java.time.Duration;
import java.time.Instant;
import org.courant.enrich.languagemodel.chat.Reply;

/**
 * A request that has been made.
 *
 * @param partition of the request
 * @param began when it was made
 * @param took how long it lasted
 */
record Exchange(OpenRequest request, int partition, Instant began, Duration took, Reply reply) {}
