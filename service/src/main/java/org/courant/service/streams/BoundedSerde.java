package org.courant.service.streams;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to serialize what the topic would not take. A transactional producer cannot go on after the broker has
 * refused a record, so a record that is too large has to be stopped before it is sent.
 *
 * @param serde does the work; closed with this
 * @param mostBytes size of the largest value
 */
public record BoundedSerde<T>(Serde<T> serde, int mostBytes) implements Serde<T> {
    @Override
    public Serializer<T> serializer() {
        Serializer<T> unbounded = serde.serializer();
        return new Serializer<>() {
            @Override
            public byte @Nullable [] serialize(String topic, T value) {
                byte[] bytes = unbounded.serialize(topic, value);
                if (bytes != null && bytes.length > mostBytes) {
                    throw new SerializationException("a value for %s has %d bytes; at most %d fit into a record"
                            .formatted(topic, bytes.length, mostBytes));
                }
                return bytes;
            }
        };
    }

    @Override
    public Deserializer<T> deserializer() {
        return serde.deserializer();
    }

    @Override
    public void close() {
        serde.close();
    }
}
