/** Requests to other people's servers: paced, conditional, bounded, and only to public addresses. */
@NullMarked
package org.courant.ingest.http;

import org.jspecify.annotations.NullMarked;
