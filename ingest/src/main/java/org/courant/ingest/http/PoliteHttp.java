package org.courant.ingest.http;

import java.net.URI;

/**
 * Asks other people's servers for documents, at the pace, within the limits and from the addresses that are allowed.
 *
 * <p>One instance serves one politeness group: it waits the group's minimum interval between any two requests,
 * redirects included.
 */
public interface PoliteHttp {
    /**
     * Gets a document. Whatever the server or the network does wrong is a value of the answer.
     *
     * @throws InterruptedException when interrupted while waiting; the request is abandoned
     */
    Answer get(URI uri, Conditions conditions, Accept accept) throws InterruptedException;
}
