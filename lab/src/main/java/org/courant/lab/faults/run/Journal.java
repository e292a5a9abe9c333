package org.courant.lab.faults.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.courant.lab.faults.history.Event;
import org.courant.lab.faults.history.EventKind;

/** Notes events as they happen, in memory and on a log for a person. */
final class Journal {
    private final List<Event> events = new ArrayList<>();
    private final Log log;

    /** Where lines for a person go. */
    @FunctionalInterface
    interface Log {
        void line(String text);
    }

    Journal(Log log) {
        this.log = log;
    }

    synchronized void add(EventKind kind, String target, String detail) {
        Event event = new Event(Instant.now(), kind, target, detail);
        events.add(event);
        log.line("%s %-10s %-12s %s".formatted(event.at(), kind, target, detail));
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }
}
