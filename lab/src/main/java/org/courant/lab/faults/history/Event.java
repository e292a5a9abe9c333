package org.courant.lab.faults.history;

import java.time.Instant;

/**
 * Something that the suite did.
 *
 * @param at when it was done, not when it was due
 * @param target such as {@code enrich-2}, {@code broker-1}, {@code registry} or a topic
 * @param detail for a person
 */
public record Event(Instant at, EventKind kind, String target, String detail) {}
