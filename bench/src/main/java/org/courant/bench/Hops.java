package org.courant.bench;

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
 * The topics and stores of full matching without its work: for each paper as many records of about the same size take
 * as many hops, and as many rows are read and written. What this costs is what Kafka Streams costs, whatever is
 * computed.
 *
 * <pre>
 * items ─► work ─► stories
 *            └─► descriptors ─► resolution
 * </pre>
 */
final class Hops {
    private static final int DESCRIPTOR_BYTES = 680;

    private Hops() {}

    static Topology topology(Topics topics) {
        StreamsBuilder builder = new StreamsBuilder();
        for (String store : List.of("works", "descriptors")) {
            builder.addStateStore(Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(store), Serdes.ByteArray(), Serdes.ByteArray()));
        }
        KStream<String, byte[]> works = builder.stream(
                        topics.sourceItems().name(),
                        Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("source"))
                .process(Work::new, Named.as("work"), "works");
        works.filter((key, value) -> value.length > DESCRIPTOR_BYTES, Named.as("only-stories"))
                .to(
                        topics.stories().name(),
                        Produced.with(Serdes.String(), Serdes.ByteArray()).withName("stories"));
        works.filter((key, value) -> value.length <= DESCRIPTOR_BYTES, Named.as("only-descriptors"))
                .repartition(Repartitioned.<String, byte[]>as("descriptors")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(Serdes.ByteArray())
                        .withNumberOfPartitions(1))
                .process(Resolution::new, Named.as("resolution"), "descriptors");
        return builder.build();
    }

    /** A row for the work of the item. */
    private static final class Work extends Rows {
        @Override
        public void process(Record<String, byte[]> record) {
            replace("works", record.key(), record.value());
            context.forward(record);
            context.forward(
                    record.withValue(Arrays.copyOf(record.value(), Math.min(record.value().length, DESCRIPTOR_BYTES))));
        }
    }

    /** A row for its descriptor. */
    private static final class Resolution extends Rows {
        @Override
        public void process(Record<String, byte[]> record) {
            replace("descriptors", record.key(), record.value());
        }
    }

    private abstract static class Rows implements Processor<String, byte[], String, byte[]> {
        ProcessorContext<String, byte[]> context;

        @Override
        public void init(ProcessorContext<String, byte[]> processorContext) {
            context = processorContext;
        }

        /** Reads a row and writes it. */
        void replace(String store, String key, byte[] row) {
            KeyValueStore<byte[], byte[]> rows = context.getStateStore(store);
            byte[] name = key.getBytes(StandardCharsets.UTF_8);
            rows.get(name);
            rows.put(name, row);
        }
    }
}
