package org.courant.lab.faults.cluster;

/**
 * How large a system is.
 *
 * @param brokers 1, as {@code courant local} has it, or 3
 * @param instances of each service
 */
public record Shape(int brokers, int instances) {
    /** Partitions of every topic: fewer than the product's standard, so that a small machine can take it. */
    static final int PARTITIONS = 3;

    public Shape {
        if (brokers != 1 && brokers != 3) {
            throw new IllegalArgumentException("brokers is " + brokers + "; it must be 1 or 3");
        }
    }
}
