package org.courant.lab.faults.proxy;

/** What a proxy does with bytes. */
public enum ProxyMode {
    FORWARD,
    /** Resets all connections and refuses new ones. */
    CUT,
    /** Holds each piece back for half a second. */
    DELAY,
    /** Swallows what the client sends: it never hears of it, nor does the broker. */
    DROP_REQUESTS,
    /** Swallows what the broker answers: what the client asked for was done. */
    DROP_ANSWERS
}
