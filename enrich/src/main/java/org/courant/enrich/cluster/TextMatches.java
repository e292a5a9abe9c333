package org.courant.enrich.cluster;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.record.Bond;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.store.StoreKey;
import org.jspecify.annotations.Nullable;

/**
 * The comparisons that have led to something, each once at either end: component, work, the other work and who says so,
 * to the bond. That they are filed under the component makes all of a component one scan.
 */
record TextMatches(KeyValueStore<StoreKey, Bond> store) {
    void put(String component, String work, String other, String origin, @Nullable Bond bond) {
        store.put(StoreKey.of(component, work, other, origin), bond);
    }

    /** Files what is said of a work under another component; returns the works on the other side. */
    List<String> move(String work, String from, String to) {
        List<String> others = new ArrayList<>();
        entries(from, work).forEach(entry -> {
            others.add(entry.other());
            store.delete(StoreKey.of(from, work, entry.other(), entry.origin()));
            put(to, work, entry.other(), entry.origin(), entry.bond());
        });
        return others;
    }

    /** Whatever is said of the works of a component, or of one of them. */
    List<Entry> entries(String... componentAndWork) {
        List<Entry> found = new ArrayList<>();
        try (KeyValueIterator<StoreKey, Bond> rows = StateStores.startingWith(store, componentAndWork)) {
            rows.forEachRemaining(
                    row -> found.add(new Entry(row.key.part(1), row.key.part(2), row.key.part(3), row.value)));
        }
        return found;
    }

    /** One side of a comparison. */
    record Entry(String work, String other, String origin, Bond bond) {}
}
