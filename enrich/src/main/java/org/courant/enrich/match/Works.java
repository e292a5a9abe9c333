package org.courant.enrich.match;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.record.Held;
import org.courant.enrich.record.IdentityState;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.store.StoreKey;
import org.jspecify.annotations.Nullable;

/**
 * The works of a partition. A work is the items of one strongest identity; it has a label, the id of the story that it
 * belongs to, which is its own identity until the graph says otherwise.
 */
record Works(
        KeyValueStore<String, IdentityState> identities,
        KeyValueStore<StoreKey, Held> items,
        KeyValueStore<StoreKey, byte[]> claims) {

    static Works of(ProcessorContext<?, ?> context) {
        return new Works(
                context.getStateStore(StateStores.IDENTITIES),
                context.getStateStore(StateStores.ITEMS),
                context.getStateStore(StateStores.CLAIMS));
    }

    IdentityState state(String identity) {
        IdentityState known = identities.get(identity);
        return known == null ? new IdentityState(null, 0L, 0, 0, List.of()) : known;
    }

    void save(String identity, IdentityState state) {
        boolean blank = state.getLabel() == null && state.getItems() == 0 && state.getClaimants() == 0;
        // The epoch may start again: it orders verdicts on deliveries, and a delivery that left does not come back.
        identities.put(identity, blank ? null : state);
    }

    static String story(String identity, IdentityState state) {
        return state.getLabel() == null ? identity : state.getLabel().getStoryId();
    }

    /** What tells the story of a work that one of the work's items has come or changed, or gone (null). */
    static Effect tell(String identity, IdentityState state, String itemId, @Nullable Held held) {
        return tell(story(identity, state), identity, state, itemId, held);
    }

    static Effect tell(String storyId, String identity, IdentityState state, String itemId, @Nullable Held held) {
        return storyId.equals(identity)
                ? new Effect(storyId, new TouchedStory(List.of(StoreKey.of(identity, itemId))))
                : new Effect(storyId, Contributions.of(identity, state.getEpoch(), state.getLabel(), itemId, held));
    }

    /**
     * The items of a work with one that comes or changes, or without it if it goes (null): the first in their order.
     */
    List<Held> itemsWith(StoreKey changed, @Nullable Held held, int most) {
        SortedMap<StoreKey, Held> found = new TreeMap<>(StoreKey.IN_STORES);
        if (held != null) {
            found.put(changed, held);
        }
        try (KeyValueIterator<StoreKey, Held> entries = StateStores.startingWith(items, changed.part(0))) {
            while (entries.hasNext() && found.size() <= most) {
                KeyValue<StoreKey, Held> entry = entries.next();
                if (!entry.key.equals(changed)) {
                    found.put(entry.key, entry.value);
                }
            }
        }
        return found.values().stream().limit(most).toList();
    }

    /** The identities whose items claim this one. */
    Set<String> claimants(String identity) {
        Set<String> found = new LinkedHashSet<>();
        try (KeyValueIterator<StoreKey, byte[]> entries = StateStores.startingWith(claims, identity)) {
            entries.forEachRemaining(entry -> found.add(entry.key.part(1)));
        }
        return found;
    }
}
