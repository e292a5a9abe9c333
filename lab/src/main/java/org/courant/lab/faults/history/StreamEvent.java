package org.courant.lab.faults.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a client of {@code /api/stream} received. The client reconnects after each end, with the last id that
 * it got, to the same server or another.
 *
 * @param client such as {@code client-1}; its events stand in the order of their arrival
 * @param connection counts the connections of the client from 1
 * @param server such as {@code publish-1}
 * @param id null where the event has none
 * @param event such as {@code upsert}
 */
public record StreamEvent(
        Instant at,
        String client,
        int connection,
        String server,
        @Nullable String id,
        String event,
        String data) {}
