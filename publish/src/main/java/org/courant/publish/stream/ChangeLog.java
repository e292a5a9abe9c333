package org.courant.publish.stream;

import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.courant.publish.view.EntryChange;
import org.courant.publish.view.Position;
import org.jspecify.annotations.Nullable;

/**
 * The last changes in the order in which this instance has read them, for all clients together: a client is a place in
 * the log and holds nothing itself. One thread writes, any number reads.
 */
final class ChangeLog {
    private final ConcurrentNavigableMap<Long, Frame> frames = new ConcurrentSkipListMap<>();
    private final int most;
    private volatile State state = new State(0, 0, 0, Position.START, Position.START);

    /** @param most changes that are kept */
    ChangeLog(int most) {
        this.most = most;
    }

    /**
     * What stands in the log.
     *
     * @param epoch grows when the topic turns out to be another one
     * @param first sequence number of the oldest change that is kept
     * @param next sequence number of the change to come
     * @param forgotten where the changes begin that are kept
     * @param end where they end
     */
    private record State(long epoch, long first, long next, Position forgotten, Position end) {}

    /** A frame and its sequence number. */
    record Numbered(long number, Frame frame) {}

    /**
     * The topic is read anew; if it is shorter than it was then it is another topic, and all that was known is void.
     */
    void reopen(Position ends) {
        State before = state;
        boolean isAnother = before.end().next().keySet().stream()
                .anyMatch(partition -> ends.next(partition) < before.end().next(partition));
        if (isAnother) {
            state = new State(before.epoch() + 1, before.next(), before.next(), Position.START, Position.START);
            frames.clear();
        }
    }

    /** Adds a change, unless it has been heard before. */
    void append(EntryChange change) {
        State before = state;
        if (!before.end().isBefore(change.partition(), change.offset())) {
            return;
        }
        frames.put(before.next(), new Frame(change));
        Position end = before.end().after(change.partition(), change.offset());
        if (before.next() - before.first() < most) {
            state = new State(before.epoch(), before.first(), before.next() + 1, before.forgotten(), end);
            return;
        }
        // What is forgotten is said before it is gone, so that nobody starts where nothing is.
        Frame oldest = Objects.requireNonNull(frames.get(before.first()), "a log without gaps");
        Position forgotten = before.forgotten().after(oldest.partition(), oldest.offset());
        state = new State(before.epoch(), before.first() + 1, before.next() + 1, forgotten, end);
        frames.remove(before.first());
    }

    long epoch() {
        return state.epoch();
    }

    Position end() {
        return state.end();
    }

    /** Where a client at a position goes on; empty if changes that it has not seen are no longer kept. */
    OptionalLong startFor(Position position) {
        State now = state;
        boolean isKept = now.forgotten().next().entrySet().stream()
                .allMatch(partition -> position.next(partition.getKey()) >= partition.getValue());
        return isKept ? OptionalLong.of(now.first()) : OptionalLong.empty();
    }

    /** The first change at or after a sequence number; null if there is none yet. */
    @Nullable Numbered at(long number) {
        Map.Entry<Long, Frame> found = frames.ceilingEntry(number);
        return found == null ? null : new Numbered(found.getKey(), found.getValue());
    }
}
