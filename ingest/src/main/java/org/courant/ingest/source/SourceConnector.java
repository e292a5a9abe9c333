package org.courant.ingest.source;

/** Reads one kind of source. Stateless; one poll at a time per politeness group. */
public interface SourceConnector {
    /**
     * Asks the source what it has. Whatever the source does wrong is a value of the answer, never an exception.
     *
     * @throws InterruptedException when the caller gives up the poll; nothing is left running
     */
    Fetched poll(Poll poll) throws InterruptedException;
}
