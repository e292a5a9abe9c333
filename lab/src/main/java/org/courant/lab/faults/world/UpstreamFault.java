package org.courant.lab.faults.world;

/** How a feed answers wrongly, once. */
public enum UpstreamFault {
    /** 503 with Retry-After. */
    UNAVAILABLE,
    /** The connection ends before the answer. */
    DROP,
    /** The answer is shorter than it says. */
    TRUNCATE,
    /** 200 and no feed. */
    GARBAGE,
    /** The answer takes three seconds. */
    SLOW
}
