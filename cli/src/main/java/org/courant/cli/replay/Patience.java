package org.courant.cli.replay;

import java.time.Duration;

/** Notices when what is waited for gets no further. */
final class Patience {
    private final Duration longest;
    private Object before = "";
    private long progressAt = System.nanoTime();

    /** @param longest how long it may stand where it is */
    Patience(Duration longest) {
        this.longest = longest;
    }

    /** Whether it has stood where it stands now for too long. */
    boolean isOver(Object now) {
        if (!now.equals(before)) {
            before = now;
            progressAt = System.nanoTime();
            return false;
        }
        return System.nanoTime() - progressAt > longest.toNanos();
    }
}
