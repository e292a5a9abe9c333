package org.courant.service.streams;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the records of a topic so that an error which one causes reaches {@link DeserializationDeadLetters} as an
 * exception does: deserializers run outside of the processors, where no {@link RecordGuard} stands.
 *
 * @param serde does the work; closed with this
 */
public record GuardedSerde<T>(Serde<T> serde) implements Serde<T> {
    @Override
    public Serializer<T> serializer() {
        return serde.serializer();
    }

    @Override
    public Deserializer<T> deserializer() {
        Deserializer<T> unguarded = serde.deserializer();
        return new Deserializer<>() {
            @Override
            public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
                try {
                    return unguarded.deserialize(topic, bytes);
                } catch (Error error) {
                    throw RecordFailure.of(error);
                }
            }

            @Override
            public void close() {
                unguarded.close();
            }
        };
    }

    @Override
    public void close() {
        serde.close();
    }
}
