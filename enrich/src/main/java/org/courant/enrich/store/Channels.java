package org.courant.enrich.store;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.courant.schemas.serde.AvroSerdes;
import org.courant.schemas.topic.Topic;
import org.courant.schemas.topic.Topics;
import org.courant.service.streams.BoundedSerde;
import org.courant.service.streams.GuardedSerde;
import org.courant.service.streams.StreamsSettings;

/** How records go from stage to stage, and out of the topology. */
public record Channels(Topics topics, AvroSerdes serdes) {
    /** Into a topic; what is too large for it fails before it is sent. */
    public <V extends SpecificRecord> Produced<String, V> into(Topic<V> topic) {
        return Produced.<String, V>with(
                        Serdes.String(), new BoundedSerde<>(serdes.of(topic), StreamsSettings.MOST_VALUE_BYTES))
                .withName("to-" + topic.name());
    }

    /** All stages are partitioned alike: what shares a state store has to be. */
    public <V extends SpecificRecord> Repartitioned<String, V> to(String name, Serde<V> values) {
        return Repartitioned.<String, V>as(name)
                .withKeySerde(Serdes.String())
                .withValueSerde(new GuardedSerde<>(values))
                .withNumberOfPartitions(topics.partitions());
    }

    /** The part of a stream that holds one kind of value. */
    public static <T> KStream<String, T> only(Class<T> kind, String name, KStream<String, Object> stream) {
        return stream.flatMapValues(
                value -> kind.isInstance(value) ? List.of(kind.cast(value)) : List.of(), Named.as("only-" + name));
    }
}
