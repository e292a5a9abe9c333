package org.courant.publish.view;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.courant.schemas.serde.AvroSerdes;
import org.courant.schemas.topic.Topic;
import org.jspecify.annotations.Nullable;

/** A topic that the view reads, and the table that its records go to. */
final class ViewTopic<V extends SpecificRecord> {
    private final Topic<V> topic;
    private final Deserializer<V> deserializer;
    private final Table<V> table;

    ViewTopic(Topic<V> topic, AvroSerdes serdes, Table<V> table) {
        this.topic = topic;
        this.deserializer = serdes.of(topic).deserializer();
        this.table = table;
    }

    /** Takes over what a record says; null says that its key is gone. */
    @FunctionalInterface
    interface Table<V> {
        void put(ConsumerRecord<String, byte[]> record, @Nullable V value);
    }

    String name() {
        return topic.name();
    }

    int partitions() {
        return topic.partitions();
    }

    /** Takes over a record; throws what the deserializer or the table throws. */
    void apply(ConsumerRecord<String, byte[]> record) {
        table.put(record, deserializer.deserialize(topic.name(), record.value()));
    }
}
