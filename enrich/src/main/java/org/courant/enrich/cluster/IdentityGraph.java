package org.courant.enrich.cluster;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.store.StoreKey;

/**
 * An undirected graph of identities, each with the label of its component.
 *
 * @param edges each edge once at either end; the value means nothing
 * @param labels identity to the label of its component, absent where that is the identity itself
 */
record IdentityGraph(KeyValueStore<StoreKey, byte[]> edges, KeyValueStore<String, String> labels) {
    void add(String left, String right) {
        StateStores.add(edges, StoreKey.of(left, right));
        StateStores.add(edges, StoreKey.of(right, left));
    }

    /** True if there was such an edge. */
    boolean remove(String left, String right) {
        edges.delete(StoreKey.of(right, left));
        return edges.delete(StoreKey.of(left, right)) != null;
    }

    Collection<String> neighbours(String identity) {
        Set<String> found = new LinkedHashSet<>();
        try (KeyValueIterator<StoreKey, byte[]> entries = StateStores.startingWith(edges, identity)) {
            entries.forEachRemaining(entry -> found.add(entry.key.part(1)));
        }
        return found;
    }

    String label(String identity) {
        String label = labels.get(identity);
        return label == null ? identity : label;
    }

    void setLabel(String identity, String label) {
        labels.put(identity, label.equals(identity) ? null : label);
    }
}
