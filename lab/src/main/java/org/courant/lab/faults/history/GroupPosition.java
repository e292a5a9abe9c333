package org.courant.lab.faults.history;

import java.time.Instant;

/**
 * A committed offset of a consumer group at an instant, noted whenever it was seen to have changed.
 *
 * @param offset -1 where the group had none
 */
public record GroupPosition(Instant at, String group, String topic, int partition, long offset) {}
