package org.courant.enrich.store;

import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.courant.enrich.record.Assignment;
import org.courant.enrich.record.Descriptor;
import org.courant.enrich.record.Held;
import org.courant.enrich.record.ItemVersion;
import org.courant.enrich.record.PairDecision;
import org.courant.enrich.record.Work;

/** The state of the service: RocksDB on disk but for a few numbers, every change in a changelog topic. */
public final class StateStores {
    /** Identity to {@link Work}. */
    public static final String WORKS = "works";

    /** Identity, the work that a member is of, and item id to {@link Held}: members beyond the first few. */
    public static final String MEMBERS = "members";

    /** Item id to {@link ItemVersion}. */
    public static final String DIRECTORY = "directory";

    /** Work to {@link Descriptor}. */
    public static final String DESCRIPTORS = "descriptors";

    /** Work and text, other work and text to {@link PairDecision}. */
    public static final String PAIRS = "pairs";

    /** Identity and identity that a work names besides; the value means nothing. */
    public static final String EDGES = "edges";

    /** Identity to the label of its component, absent where that is the identity itself. */
    public static final String COMPONENTS = "components";

    /** Component, work and other work to {@link PairDecision}. */
    public static final String MATCHES = "matches";

    /** Component to the {@link Assignment} of its works, absent where that is the component's own. */
    public static final String ASSIGNMENTS = "assignments";

    /** Partition of the works to the day that it has left behind. */
    public static final String WATERMARKS = "watermarks";

    private static final byte[] PRESENT = {1};

    private StateStores() {}

    public static List<StoreBuilder<?>> all() {
        return all(Stores::persistentKeyValueStore);
    }

    static List<StoreBuilder<?>> all(Function<String, KeyValueBytesStoreSupplier> engine) {
        return List.of(
                store(engine.apply(WORKS), Serdes.String(), record(Work.class)),
                store(engine.apply(MEMBERS), StoreKey.serde(), record(Held.class)),
                store(engine.apply(DIRECTORY), Serdes.String(), record(ItemVersion.class)),
                store(engine.apply(DESCRIPTORS), Serdes.String(), record(Descriptor.class)),
                store(engine.apply(PAIRS), StoreKey.serde(), record(PairDecision.class)),
                store(engine.apply(EDGES), StoreKey.serde(), Serdes.ByteArray()),
                store(engine.apply(COMPONENTS), Serdes.String(), Serdes.String()),
                store(engine.apply(MATCHES), StoreKey.serde(), record(PairDecision.class)),
                store(engine.apply(ASSIGNMENTS), Serdes.String(), record(Assignment.class)),
                store(Stores.inMemoryKeyValueStore(WATERMARKS), Serdes.Integer(), Serdes.Integer()));
    }

    /** The entries whose keys begin with the parts of a key, in the order of the keys' bytes. To be closed. */
    public static <V> KeyValueIterator<StoreKey, V> startingWith(KeyValueStore<StoreKey, V> store, String... parts) {
        return store.prefixScan(StoreKey.of(parts), StoreKey.serializer());
    }

    /** Whether any key begins with the parts. */
    public static <V> boolean holdsAny(KeyValueStore<StoreKey, V> store, String... parts) {
        try (KeyValueIterator<StoreKey, V> found = startingWith(store, parts)) {
            return found.hasNext();
        }
    }

    /** Puts a key of a store whose values mean nothing. */
    public static void add(KeyValueStore<StoreKey, byte[]> store, StoreKey key) {
        store.put(key, PRESENT);
    }

    private static <V extends SpecificRecord> Serde<V> record(Class<V> type) {
        return RecordSerde.of(type);
    }

    private static <K, V> StoreBuilder<KeyValueStore<K, V>> store(
            KeyValueBytesStoreSupplier store, Serde<K> keys, Serde<V> values) {
        return Stores.keyValueStoreBuilder(store, keys, values);
    }
}
