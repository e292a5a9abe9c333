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
import org.courant.enrich.record.Block;
import org.courant.enrich.record.Bond;
import org.courant.enrich.record.Held;
import org.courant.enrich.record.IdentityState;
import org.courant.enrich.record.Label;
import org.courant.enrich.record.Sketch;
import org.courant.enrich.record.StoryState;
import org.courant.enrich.record.Winner;

/** The state of the service: RocksDB on disk but for a few numbers, every change in a changelog topic. */
public final class StateStores {
    /** Item id to {@link Winner}. */
    public static final String WINNERS = "winners";

    /** Identity to {@link IdentityState}. */
    public static final String IDENTITIES = "identities";

    /** Strongest identity and item id to {@link Held}. */
    public static final String ITEMS = "items";

    /** Identity, the identity that claims it and the item that says so; the value means nothing. */
    public static final String CLAIMS = "claims";

    /** Story id, identity of another work and item id to {@link Held}. */
    public static final String VISITORS = "visitors";

    /** Story id to {@link StoryState}. */
    public static final String STORIES = "stories";

    /** Identity, matched identity and rule; the value means nothing. */
    public static final String EDGES = "edges";

    /** Identity to the label of its component, absent where that is the identity itself. */
    public static final String LABELS = "labels";

    /** Component, work, other work and who compared them to {@link Bond}. */
    public static final String TEXT_MATCHES = "text-matches";

    /** Component to the {@link Label} of its items, absent where that is the component's own. */
    public static final String ASSIGNMENTS = "assignments";

    /** Work and text to {@link Sketch}, in one partition of the blocks. */
    public static final String SKETCHES = "sketches";

    /** Block key to {@link Block}. */
    public static final String BLOCKS = "blocks";

    /** Block key, period, work and text that a crowded block has no entry for; the value means nothing. */
    public static final String CROWDS = "crowds";

    /** Work and text, other work and text to {@link Bond}. */
    public static final String BONDS = "bonds";

    /** Period, work and text; the value means nothing. */
    public static final String AGES = "ages";

    /** Partition of the log to the day that it has left behind. */
    public static final String LOG_PROGRESS = "log-progress";

    /** Partition of the items to the day that it has left behind. */
    public static final String ITEM_PROGRESS = "item-progress";

    /** Partition of the works to the day that it has left behind. */
    public static final String WORK_PROGRESS = "work-progress";

    private static final byte[] PRESENT = {1};

    private StateStores() {}

    public static List<StoreBuilder<?>> all() {
        return all(Stores::persistentKeyValueStore);
    }

    static List<StoreBuilder<?>> all(Function<String, KeyValueBytesStoreSupplier> engine) {
        return List.of(
                store(engine.apply(WINNERS), Serdes.String(), record(Winner.class)),
                store(engine.apply(IDENTITIES), Serdes.String(), record(IdentityState.class)),
                store(engine.apply(ITEMS), StoreKey.serde(), record(Held.class)),
                store(engine.apply(CLAIMS), StoreKey.serde(), Serdes.ByteArray()),
                store(engine.apply(VISITORS), StoreKey.serde(), record(Held.class)),
                store(engine.apply(STORIES), Serdes.String(), record(StoryState.class)),
                store(engine.apply(EDGES), StoreKey.serde(), Serdes.ByteArray()),
                store(engine.apply(LABELS), Serdes.String(), Serdes.String()),
                store(engine.apply(TEXT_MATCHES), StoreKey.serde(), record(Bond.class)),
                store(engine.apply(ASSIGNMENTS), Serdes.String(), record(Label.class)),
                store(engine.apply(SKETCHES), StoreKey.serde(), record(Sketch.class)),
                store(engine.apply(BLOCKS), Serdes.Long(), record(Block.class)),
                store(engine.apply(CROWDS), StoreKey.serde(), Serdes.ByteArray()),
                store(engine.apply(BONDS), StoreKey.serde(), record(Bond.class)),
                store(engine.apply(AGES), StoreKey.serde(), Serdes.ByteArray()),
                progress(LOG_PROGRESS),
                progress(ITEM_PROGRESS),
                progress(WORK_PROGRESS));
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

    /** A few numbers: in memory, and in a changelog topic as the others. */
    private static StoreBuilder<?> progress(String name) {
        return store(Stores.inMemoryKeyValueStore(name), Serdes.Integer(), Serdes.Integer());
    }

    private static <V extends SpecificRecord> Serde<V> record(Class<V> type) {
        return RecordSerde.of(type);
    }

    private static <K, V> StoreBuilder<KeyValueStore<K, V>> store(
            KeyValueBytesStoreSupplier store, Serde<K> keys, Serde<V> values) {
        return Stores.keyValueStoreBuilder(store, keys, values);
    }
}
