package org.courant.enrich.story;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.courant.enrich.record.Held;
import org.courant.enrich.record.IdentityState;
import org.courant.enrich.store.StateStores;
import org.courant.enrich.store.StoreKey;

/**
 * Who belongs to a story: the items of the work of its name, unless that work has gone to another story, and what other
 * works have contributed.
 */
record Roster(
        KeyValueStore<String, IdentityState> identities,
        KeyValueStore<StoreKey, Held> items,
        KeyValueStore<StoreKey, Held> visitors,
        int mostMembers) {

    static Roster of(ProcessorContext<?, ?> context, int mostMembers) {
        return new Roster(
                context.getStateStore(StateStores.IDENTITIES),
                context.getStateStore(StateStores.ITEMS),
                context.getStateStore(StateStores.VISITORS),
                mostMembers);
    }

    /**
     * The first {@link #mostMembers} items in the order of the stores' keys, each item once. The order means nothing to
     * a reader, but it is one of the items alone, and it is the one that bounds what has to be read.
     */
    Collection<Candidate> members(String storyId) {
        Map<String, Candidate> members = new LinkedHashMap<>();
        Optional<IdentityState> own = own(storyId);
        if (own.isPresent()) {
            try (KeyValueIterator<StoreKey, Held> found = StateStores.startingWith(items, storyId)) {
                while (found.hasNext() && members.size() < mostMembers) {
                    add(members, candidate(storyId, own.get(), found.next().value));
                }
            }
        }
        try (KeyValueIterator<StoreKey, Held> found = StateStores.startingWith(visitors, storyId)) {
            while (found.hasNext() && members.size() < mostMembers) {
                var entry = found.next();
                add(members, visitor(entry.key.part(1), entry.value));
            }
        }
        return List.copyOf(members.values());
    }

    /** An item of the story, whether or not there is room for it. */
    Optional<Candidate> find(String storyId, String primary, String itemId) {
        if (!primary.equals(storyId)) {
            return Optional.ofNullable(visitors.get(StoreKey.of(storyId, primary, itemId)))
                    .map(held -> visitor(primary, held));
        }
        return own(storyId)
                .flatMap(state -> Optional.ofNullable(items.get(StoreKey.of(primary, itemId)))
                        .map(held -> candidate(primary, state, held)));
    }

    private Optional<IdentityState> own(String storyId) {
        return Optional.ofNullable(identities.get(storyId))
                .filter(state -> state.getLabel() == null
                        || state.getLabel().getStoryId().equals(storyId));
    }

    private static Candidate candidate(String primary, IdentityState state, Held held) {
        return new Candidate(primary, state.getEpoch(), state.getLabel(), held);
    }

    private static Candidate visitor(String primary, Held held) {
        return new Candidate(primary, held.getEpoch(), held.getLabel(), held);
    }

    private static void add(Map<String, Candidate> members, Candidate candidate) {
        members.merge(candidate.itemId(), candidate, BinaryOperator.maxBy(Candidate.LATEST_LAST));
    }
}
