package org.courant.lab.faults.check;

/**
 * One thing that must not be.
 *
 * @param invariant name of the invariant that found it
 * @param place topic, partition, offset and key, or whatever names it as exactly
 * @param detail one sentence for a person
 */
public record Violation(Kind kind, String invariant, String place, String detail) {
    /** What has become of data or of the system. */
    public enum Kind {
        LOST,
        DOUBLED,
        INVENTED,
        REORDERED,
        /** Data of a transaction that was not committed was seen. */
        ABORTED,
        /** Something did not come to rest. */
        HUNG,
        /** There, but not what it has to be. */
        DIFFERENT,
        /** A source was asked in a way that its owner would complain of. */
        IMPOLITE
    }

    @Override
    public String toString() {
        return kind + " (" + invariant + ") " + place + ": " + detail;
    }
}
