package org.courant.enrich.resolve;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.record.PairDecision;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.store.StoreKey;
import org.jspecify.annotations.Nullable;

/** What comparing texts has led to, filed under either of the two. */
record PairDecisions(KeyValueStore<StoreKey, PairDecision> store) {
    /** The texts that one matches, or must not be linked with. */
    Map<TextName, PairDecision> of(TextName text) {
        Map<TextName, PairDecision> found = new TreeMap<>();
        try (KeyValueIterator<StoreKey, PairDecision> pairs =
                StateStores.startingWith(store, text.work(), text.text())) {
            pairs.forEachRemaining(pair -> found.put(new TextName(pair.key.part(2), pair.key.part(3)), pair.value));
        }
        return found;
    }

    void put(TextName text, TextName other, @Nullable PairDecision decision) {
        store.put(StoreKey.of(text.work(), text.text(), other.work(), other.text()), decision);
        store.put(StoreKey.of(other.work(), other.text(), text.work(), text.text()), decision);
    }
}
