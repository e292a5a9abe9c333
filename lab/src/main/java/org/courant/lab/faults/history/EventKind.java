package org.courant.lab.faults.history;

/** What the suite did to the system at an instant. */
public enum EventKind {
    /** SIGKILL. */
    KILL,
    /** SIGSTOP. */
    PAUSE,
    /** SIGCONT. */
    RESUME,
    /** A process was started, with the local state that it had. */
    START,
    /** The local state of a dead process was deleted. */
    LOSE_STATE,
    /** SIGTERM: one instance fewer. */
    SCALE_DOWN,
    /** One instance more. */
    SCALE_UP,
    /** All connections through a proxy were reset, and new ones are refused. */
    CUT,
    /** A proxy holds bytes back for a time. */
    DELAY,
    /** A proxy accepts and swallows what it gets, in one direction or both. */
    HALF_OPEN,
    /** A proxy forwards again. */
    HEAL,
    /** A record that cannot be processed was written. */
    POISON,
    /** A disk was filled. */
    FILL_DISK,
    /** A full disk got room again. */
    FREE_DISK,
    /** A source answers wrongly for a while. */
    UPSTREAM,
    /** A process was started under a clock that is off. */
    CLOCK,
    /** The last fault is over, everything runs. */
    HEALED,
    /** Nothing moves any more. */
    CALM
}
