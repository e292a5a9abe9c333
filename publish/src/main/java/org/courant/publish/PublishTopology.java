package org.courant.publish;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.courant.publish.edition.Editor;
import org.courant.publish.edition.FileDelivery;
import org.courant.publish.edition.Filing;
import org.courant.publish.edition.FilingSerde;
import org.courant.publish.edition.SectionOrder;
import org.courant.publish.finish.Finish;
import org.courant.publish.finish.Finished;
import org.courant.publish.finish.Ranking;
import org.courant.schemas.serde.AvroSerdes;
import org.courant.schemas.topic.Topic;
import org.courant.schemas.topic.Topics;
import org.courant.service.streams.BoundedSerde;
import org.courant.service.streams.GuardedSerde;
import org.courant.service.streams.RecordGuard;
import org.courant.service.streams.StreamsSettings;
import org.jspecify.annotations.Nullable;

/**
 * The flow of the publish service:
 *
 * <pre>
 * stories ──▶ finish ──▶ digest-entries
 *                │
 *                └──▶ filings (by date) ──▶ edit ──▶ digest-editions
 *                        ▲
 * source-status ─────────┘
 * </pre>
 *
 * @param ranking order of the entries in a section
 * @param order order of the sections in an edition
 * @param tick how often changed editions are written
 */
public record PublishTopology(
        Topics topics, AvroSerdes serdes, Ranking ranking, SectionOrder order, Duration tick, PublishMeters meters)
        implements Supplier<Topology> {
    @Override
    public Topology get() {
        return get(RecordGuard.builder());
    }

    Topology get(StreamsBuilder builder) {
        builder.addStateStore(store(Finish.STORE, Serdes.String()));
        builder.addStateStore(store(Editor.FILINGS, new FilingSerde()));
        builder.addStateStore(store(Editor.DIRTY, Serdes.Long()));
        builder.addStateStore(store(Editor.PUBLISHED, Serdes.String()));

        KStream<String, Finished> finished = read(builder, topics.stories(), "read-stories")
                .process(() -> new Finish(ranking, meters), Named.as("finish"), Finish.STORE);
        KStream<String, Filing> deliveries = read(builder, topics.sourceStatus(), "read-source-status")
                .process(FileDelivery::new, Named.as("file-delivery"));

        write(
                only(Finished.Publication.class, finished, Finished.Publication::entry, "publication"),
                topics.digestEntries(),
                "write-digest-entries");
        write(
                only(Finished.Filed.class, finished, Finished.Filed::filing, "filing")
                        .merge(deliveries, Named.as("all-filings"))
                        .repartition(Repartitioned.with(Serdes.String(), new GuardedSerde<>(new FilingSerde()))
                                .withName("filings-by-date"))
                        .process(
                                () -> new Editor(order, tick, meters),
                                Named.as("edit"),
                                Editor.FILINGS,
                                Editor.DIRTY,
                                Editor.PUBLISHED),
                topics.digestEditions(),
                "write-digest-editions");
        return builder.build();
    }

    private <V extends SpecificRecord> KStream<String, V> read(StreamsBuilder builder, Topic<V> topic, String name) {
        return builder.stream(
                topic.name(),
                Consumed.with(Serdes.String(), new GuardedSerde<>(serdes.of(topic)))
                        .withName(name));
    }

    private <V extends SpecificRecord> void write(KStream<String, @Nullable V> records, Topic<V> topic, String name) {
        Serde<V> bounded = new BoundedSerde<>(serdes.of(topic), StreamsSettings.MOST_VALUE_BYTES);
        records.to(topic.name(), Produced.with(Serdes.String(), bounded).withName(name));
    }

    private static <F extends Finished, V> KStream<String, V> only(
            Class<F> type, KStream<String, Finished> finished, Function<F, V> content, String name) {
        return finished.filter((key, result) -> type.isInstance(result), Named.as("is-" + name))
                .mapValues(result -> content.apply(type.cast(result)), Named.as(name));
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values);
    }
}
