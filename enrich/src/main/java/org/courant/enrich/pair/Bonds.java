package org.courant.enrich.pair;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.record.Bond;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.store.StoreKey;
import org.jspecify.annotations.Nullable;

/** What the comparisons of one partition have led to, filed under either work. */
record Bonds(KeyValueStore<StoreKey, Bond> store) {
    /** The works that one is bound to, or kept apart from. */
    Map<String, Bond> of(String work) {
        Map<String, Bond> found = new TreeMap<>();
        try (KeyValueIterator<StoreKey, Bond> bonds = StateStores.startingWith(store, work)) {
            bonds.forEachRemaining(bond -> found.put(bond.key.part(1), bond.value));
        }
        return found;
    }

    boolean none(String work) {
        return !StateStores.holdsAny(store, work);
    }

    void put(String work, String other, @Nullable Bond bond) {
        store.put(StoreKey.of(work, other), bond);
        store.put(StoreKey.of(other, work), bond);
    }
}
