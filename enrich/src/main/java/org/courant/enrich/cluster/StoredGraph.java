package org.courant.enrich.cluster;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.store.StoreKey;

/** A graph in state stores; each edge stands once at either end. */
record StoredGraph(KeyValueStore<StoreKey, byte[]> edges, KeyValueStore<String, String> labels)
        implements IdentityGraph {

    @Override
    public boolean add(String left, String right, String rule) {
        boolean isNew = !StateStores.holdsAny(edges, left, right);
        StateStores.add(edges, StoreKey.of(left, right, rule));
        StateStores.add(edges, StoreKey.of(right, left, rule));
        return isNew;
    }

    @Override
    public boolean remove(String left, String right, String rule) {
        boolean wasThere = edges.delete(StoreKey.of(left, right, rule)) != null;
        edges.delete(StoreKey.of(right, left, rule));
        return wasThere && !StateStores.holdsAny(edges, left, right);
    }

    @Override
    public Collection<String> neighbours(String identity) {
        Set<String> found = new LinkedHashSet<>();
        try (KeyValueIterator<StoreKey, byte[]> entries = StateStores.startingWith(edges, identity)) {
            entries.forEachRemaining(entry -> found.add(entry.key.part(1)));
        }
        return found;
    }

    @Override
    public String label(String identity) {
        String label = labels.get(identity);
        return label == null ? identity : label;
    }

    @Override
    public void setLabel(String identity, String label) {
        labels.put(identity, label.equals(identity) ? null : label);
    }
}
