package org.courant.lab.faults.schedule;

/** Records that no service can process. */
public enum PoisonKind {
    /** Bytes that are no Avro at all. */
    GARBAGE,
    /** A schema id that the registry does not know. */
    UNKNOWN_SCHEMA,
    /** A schema id, and then too few bytes. */
    TRUNCATED,
    /** Garbage without a key, for topics that allow it. */
    NULL_KEY
}
