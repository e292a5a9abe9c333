package org.courant.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.courant.schemas.topic.Topics;

/**
 * The topics and stores of full matching without its work: for each item as many records of about the same size take as
 * many hops, and as many rows are read and written. What this costs is what Kafka Streams costs, whatever is computed.
 *
 * <pre>
 * items ─► deliveries ─► item ─► changes ─► work ─► stories
 *                                             ├─► verdicts ─► decision ─► decisions
 *                                             └─► 4.75 × sketches ─► block, 6 keys each
 * </pre>
 */
final class Hops {
    private static final int ROW_BYTES = 100;
    private static final int SKETCH_BYTES = 550;
    private static final int SKETCHES = 5;
    private static final int KEYS = 6;

    private Hops() {}

    static Topology topology(Topics topics) {
        StreamsBuilder builder = new StreamsBuilder();
        for (String store : List.of("winners", "identities", "items", "stories", "sketches", "ages", "blocks")) {
            builder.addStateStore(Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(store), Serdes.ByteArray(), Serdes.ByteArray()));
        }
        KStream<String, byte[]> works = builder.stream(
                        topics.sourceItems().name(),
                        Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("source"))
                .repartition(hop("deliveries", topics))
                .process(Item::new, Named.as("item"), "winners")
                .repartition(hop("changes", topics))
                .process(Work::new, Named.as("work"), "identities", "items", "stories");
        of("story", works).to(topics.stories().name(), out("stories"));
        of("verdict", works)
                .repartition(hop("verdicts", topics))
                .process(Item::new, Named.as("decision"), "winners")
                .to(topics.decisions().name(), out("decisions"));
        of("sketch", works)
                .repartition(hop("sketches", topics))
                .process(Keys::new, Named.as("block"), "sketches", "ages", "blocks");
        return builder.build();
    }

    private static Repartitioned<String, byte[]> hop(String name, Topics topics) {
        return Repartitioned.<String, byte[]>as(name)
                .withKeySerde(Serdes.String())
                .withValueSerde(Serdes.ByteArray())
                .withNumberOfPartitions(topics.partitions());
    }

    private static Produced<String, byte[]> out(String name) {
        return Produced.with(Serdes.String(), Serdes.ByteArray()).withName(name);
    }

    /** The records whose keys begin with a word. */
    private static KStream<String, byte[]> of(String kind, KStream<String, byte[]> stream) {
        return stream.filter((key, value) -> key.startsWith(kind), Named.as("only-" + kind));
    }

    /** A row for the item. */
    private static final class Item extends Rows {
        @Override
        public void process(Record<String, byte[]> record) {
            replace("winners", bytes(record.key()), first(record.value(), ROW_BYTES));
            forward(record);
        }
    }

    /** A row for the text of the item, one for its work, one for its story. */
    private static final class Work extends Rows {
        @Override
        public void process(Record<String, byte[]> record) {
            byte[] key = bytes(record.key());
            byte[] row = first(record.value(), ROW_BYTES);
            replace("items", key, record.value());
            replace("identities", key, row);
            replace("stories", key, row);
            forward(record.withKey("story" + record.key()));
            forward(record.withKey("verdict" + record.key()).withValue(row));
            int sketches = record.key().hashCode() % 4 == 0 ? SKETCHES - 1 : SKETCHES;
            for (int i = 0; i < sketches; i++) {
                forward(record.withKey("sketch" + i + record.key()).withValue(first(record.value(), SKETCH_BYTES)));
            }
        }
    }

    /** A row for the sketch, one for its age, one for each of its keys. */
    private static final class Keys extends Rows {
        @Override
        public void process(Record<String, byte[]> record) {
            byte[] key = bytes(record.key());
            replace("sketches", key, record.value());
            put("ages", key, new byte[] {1});
            for (int i = 0; i < KEYS; i++) {
                long blockKey = (record.key() + i).hashCode() * 0x9E3779B97F4A7C15L;
                replace(
                        "blocks",
                        ByteBuffer.allocate(Long.BYTES).putLong(blockKey).array(),
                        key);
            }
        }
    }

    private abstract static class Rows implements Processor<String, byte[], String, byte[]> {
        private ProcessorContext<String, byte[]> context;

        @Override
        public void init(ProcessorContext<String, byte[]> context) {
            this.context = context;
        }

        void forward(Record<String, byte[]> record) {
            context.forward(record);
        }

        /** Reads a row and writes it. */
        void replace(String store, byte[] key, byte[] row) {
            KeyValueStore<byte[], byte[]> rows = context.getStateStore(store);
            rows.get(key);
            rows.put(key, row);
        }

        void put(String store, byte[] key, byte[] row) {
            KeyValueStore<byte[], byte[]> rows = context.getStateStore(store);
            rows.put(key, row);
        }

        static byte[] bytes(String key) {
            return key.getBytes(StandardCharsets.UTF_8);
        }

        static byte[] first(byte[] value, int most) {
            return Arrays.copyOf(value, Math.min(value.length, most));
        }
    }
}
