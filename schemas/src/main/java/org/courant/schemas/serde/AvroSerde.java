package org.courant.schemas.serde;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Specific Avro records through Confluent's own serializer and deserializer: magic byte 0, schema id (4 bytes, big
 * endian), Avro binary. The registry schema is the writer's, the class's schema the reader's.
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {
    private final Class<T> type;
    private final KafkaAvroSerializer serializer = new KafkaAvroSerializer();
    private final KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();

    /**
     * @param type class of the values
     * @param registry settings of the registry client; {@code schema.registry.url} is required
     */
    public AvroSerde(Class<T> type, Map<String, ?> registry) {
        TrustedRecords.trust();
        this.type = type;
        Map<String, Object> settings = new HashMap<>(registry);
        settings.put("specific.avro.reader", true);
        settings.put("avro.remove.java.properties", true);
        serializer.configure(settings, false);
        deserializer.configure(settings, false);
    }

    @Override
    public Serializer<T> serializer() {
        return new Serializer<>() {
            @Override
            public byte @Nullable [] serialize(String topic, @Nullable T value) {
                return value == null ? null : serializer.serialize(topic, value);
            }
        };
    }

    @Override
    public Deserializer<T> deserializer() {
        return new Deserializer<>() {
            @Override
            public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
                return bytes == null ? null : type.cast(deserializer.deserialize(topic, bytes));
            }
        };
    }

    @Override
    public void close() {
        serializer.close();
        deserializer.close();
    }
}
