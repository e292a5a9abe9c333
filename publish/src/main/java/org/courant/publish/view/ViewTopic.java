package org.courant.publish.view;

import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.courant.schemas.serde.AvroSerdes;
import org.courant.schemas.topic.Topic;
import org.jspecify.annotations.Nullable;

/** A topic that the view reads, and the table that its records go to. */
final class ViewTopic<V extends SpecificRecord> {
    private final Topic<V> topic;
    private final Deserializer<V> deserializer;
    private final BiConsumer<String, @Nullable V> table;

    ViewTopic(Topic<V> topic, AvroSerdes serdes, BiConsumer<String, @Nullable V> table) {
        this.topic = topic;
        this.deserializer = serdes.of(topic).deserializer();
        this.table = table;
    }

    String name() {
        return topic.name();
    }

    int partitions() {
        return topic.partitions();
    }

    /** Takes over a record; throws what the deserializer or the table throws. */
    void apply(String key, byte @Nullable [] value) {
        table.accept(key, deserializer.deserialize(topic.name(), value));
    }
}
