package org.courant.ingest.http;

import java.io.IOException;
import java.net.URI;
import org.apache.hc.client5.http.cookie.CookieStore;

/** One request and its reply, whatever the reply is; no redirects, no pace. */
interface Exchange {
    /**
     * Asks once.
     *
     * @param cookies are sent where they belong, and what the reply sets is added (RFC 6265)
     * @throws IOException if there is no reply, or none within the limits
     */
    Reply get(URI uri, Conditions conditions, Accept accept, CookieStore cookies)
            throws IOException, InterruptedException;
}
