package org.courant.cli.replay;

import java.time.Duration;

/**
 * How fast a replay may go. Items go in batches; the next is sent when the last has passed all stages and as long a
 * pause has gone by as the share asks for. So of any time that is long against a batch the services spend at most the
 * share on the replay, and a live item waits behind one batch at most. A batch that took longer than three seconds is
 * followed by a smaller one, a quick one by a larger. Below some size a batch takes no less time, since each stage
 * commits once at least whatever there is to do.
 *
 * @param share of the time, above 0 and at most 1
 * @param batch items of the next batch
 */
record Pace(double share, int batch) {
    static final Duration LONGEST_WISHED = Duration.ofSeconds(3);

    private static final Duration QUICK = LONGEST_WISHED.dividedBy(2);
    private static final int SMALLEST = 50;
    private static final int LARGEST = 2_000;

    static Pace of(int percent) {
        return new Pace(percent / 100.0, SMALLEST);
    }

    /** How long to pause after a batch that took so long. */
    Duration pause(Duration took) {
        return Duration.ofNanos((long) Math.ceil(took.toNanos() * (1 / share - 1)));
    }

    /** The pace after a batch that took so long; one that was not full says nothing of a larger one. */
    Pace after(Duration took, int items) {
        if (took.compareTo(LONGEST_WISHED) > 0) {
            return new Pace(share, Math.max(SMALLEST, batch / 2));
        }
        return items == batch && took.compareTo(QUICK) < 0 ? new Pace(share, Math.min(LARGEST, batch * 2)) : this;
    }
}
