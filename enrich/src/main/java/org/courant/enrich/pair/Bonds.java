package org.courant.enrich.pair;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.record.Bond;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.store.StoreKey;
import org.jspecify.annotations.Nullable;

/**
 * What the comparisons of one partition have led to, filed under either text. A text is named by its work and what
 * tells it from the work's other texts.
 */
record Bonds(KeyValueStore<StoreKey, Bond> store) {
    static final Comparator<StoreKey> BY_NAME =
            Comparator.<StoreKey, String>comparing(text -> text.part(0)).thenComparing(text -> text.part(1));

    /** The texts that one is bound to, or kept apart from. */
    Map<StoreKey, Bond> of(StoreKey text) {
        Map<StoreKey, Bond> found = new TreeMap<>(BY_NAME);
        try (KeyValueIterator<StoreKey, Bond> bonds = StateStores.startingWith(store, text.part(0), text.part(1))) {
            bonds.forEachRemaining(bond -> found.put(StoreKey.of(bond.key.part(2), bond.key.part(3)), bond.value));
        }
        return found;
    }

    boolean none(StoreKey text) {
        return !StateStores.holdsAny(store, text.part(0), text.part(1));
    }

    void put(StoreKey text, StoreKey other, @Nullable Bond bond) {
        store.put(StoreKey.of(text.part(0), text.part(1), other.part(0), other.part(1)), bond);
        store.put(StoreKey.of(other.part(0), other.part(1), text.part(0), text.part(1)), bond);
    }
}
