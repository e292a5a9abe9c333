package org.courant.lab.faults.schedule;

import java.time.Duration;

/**
 * A fault and when it is due.
 *
 * @param at since the begin
 */
public record Step(Duration at, Fault fault) {
    @Override
    public String toString() {
        return "%6.1f s  %s".formatted(at.toMillis() / 1000.0, fault);
    }
}
