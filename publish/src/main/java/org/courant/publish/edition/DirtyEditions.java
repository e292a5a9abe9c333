package org.courant.publish.edition;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The days whose edition has changed since it was last written, in the order in which they changed. They stand in a
 * store too, with the greatest timestamp of their changes, so that a crash forgets none.
 */
final class DirtyEditions {
    private final KeyValueStore<String, Long> store;
    private final Deque<String> queue = new ArrayDeque<>();
    private final Set<String> queued = new HashSet<>();

    DirtyEditions(KeyValueStore<String, Long> store) {
        this.store = store;
        try (KeyValueIterator<String, Long> left = store.all()) {
            while (left.hasNext()) {
                enqueue(left.next());
            }
        }
    }

    void mark(String date, long timestamp) {
        Long before = store.get(date);
        if (before == null || before < timestamp) {
            store.put(date, timestamp);
        }
        enqueue(KeyValue.pair(date, timestamp));
    }

    /** Takes the day that has waited longest; null if there is none. */
    @Nullable KeyValue<String, Long> poll() {
        String date = queue.poll();
        if (date == null) {
            return null;
        }
        queued.remove(date);
        Long timestamp = store.delete(date);
        return KeyValue.pair(date, timestamp == null ? 0L : timestamp);
    }

    private void enqueue(KeyValue<String, Long> mark) {
        if (queued.add(mark.key)) {
            queue.add(mark.key);
        }
    }
}
