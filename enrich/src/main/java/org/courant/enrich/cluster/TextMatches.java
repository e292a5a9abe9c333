package org.courant.enrich.cluster;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.record.PairDecision;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.store.StoreKey;
import org.jspecify.annotations.Nullable;

/**
 * The decisions on works whose texts were compared, each once at either end: component, work and the other work, to the
 * decision. That they are filed under the component makes all of a component one scan.
 */
record TextMatches(KeyValueStore<StoreKey, PairDecision> store) {
    void put(String component, String work, String other, @Nullable PairDecision decision) {
        store.put(StoreKey.of(component, work, other), decision);
    }

    /** Files what is said of a work under another component; returns the works on the other side. */
    List<String> move(String work, String from, String to) {
        List<String> others = new ArrayList<>();
        entries(from, work).forEach(entry -> {
            others.add(entry.other());
            store.delete(StoreKey.of(from, work, entry.other()));
            put(to, work, entry.other(), entry.decision());
        });
        return others;
    }

    /** Whatever is said of the works of a component, or of one of them. */
    List<Entry> entries(String... componentAndWork) {
        List<Entry> found = new ArrayList<>();
        try (KeyValueIterator<StoreKey, PairDecision> rows = StateStores.startingWith(store, componentAndWork)) {
            rows.forEachRemaining(row -> found.add(new Entry(row.key.part(1), row.key.part(2), row.value)));
        }
        return found;
    }

    /** One side of a comparison. */
    record Entry(String work, String other, PairDecision decision) {}
}
