package org.courant.enrich.store;

import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The service's stores without disk and changelog, for one simulated task. */
public final class InMemoryStores {
    private InMemoryStores() {}

    public static List<StateStore> open(Set<String> names) {
        return StateStores.all(Stores::inMemoryKeyValueStore).stream()
                .filter(store -> names.contains(store.name()))
                .map(InMemoryStores::open)
                .toList();
    }

    private static StateStore open(StoreBuilder<?> builder) {
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
        StateStore store = builder.withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        return store;
    }
}
