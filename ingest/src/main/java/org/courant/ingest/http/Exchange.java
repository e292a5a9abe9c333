package org.courant.ingest.http;

import java.io.IOException;
import java.net.URI;

/** One request and its reply, whatever the reply is; no redirects, no pace. */
interface Exchange {
    /**
     * Asks once.
     *
     * @throws IOException if there is no reply, or none within the limits
     */
    Reply get(URI uri, Conditions conditions, Accept accept) throws IOException, InterruptedException;
}
