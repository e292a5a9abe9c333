package org.courant.lab.faults.history;

import java.time.Instant;

/**
 * A record that a consumer of committed records was given while the faults went on. It has no group, starts at the
 * beginning and never seeks: offsets of a partition rise, and each offset is committed in the log in the end.
 *
 * @param at when poll returned it
 */
public record Observation(Instant at, String topic, int partition, long offset) {}
