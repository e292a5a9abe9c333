package org.courant.cli.replay;

import java.time.Duration;
import org.courant.cli.Console;

/** Says how a replay goes: on a terminal in one line that changes, elsewhere in a line now and then. */
final class ProgressLine implements Replayer.Report {
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(10);

    private final Console console;
    private long saidAt = System.nanoTime() - NOW_AND_THEN.toNanos();
    private boolean open;

    ProgressLine(Console console) {
        this.console = console;
    }

    @Override
    public void passed(Bookmark bookmark) {
        long left = bookmark.items() - bookmark.done();
        double rate = Math.max(0.1, bookmark.perSecond());
        say("%,d of %,d items, %.0f items/s, %s left"
                .formatted(bookmark.done(), bookmark.items(), bookmark.perSecond(), Spans.of(Duration.ofSeconds((long)
                        Math.ceil(left / rate)))));
    }

    @Override
    public void waits(long live) {
        say("waits: %,d live items go first".formatted(live));
    }

    @Override
    public void leftOut(long unreadable) {
        end();
        console.err().println("%,d records of the slice cannot be read and were left out".formatted(unreadable));
    }

    /** What is said next begins a line of its own. */
    void end() {
        if (open) {
            console.err().println();
            open = false;
        }
    }

    private void say(String what) {
        if (console.terminal()) {
            // Back to the beginning of the line, and its rest is cleared (ECMA-48, Erase in Line).
            console.err().print("\r" + what + "\u001B[K");
            open = true;
        } else if (System.nanoTime() - saidAt >= NOW_AND_THEN.toNanos()) {
            console.err().println(what);
            saidAt = System.nanoTime();
        }
        console.err().flush();
    }
}
