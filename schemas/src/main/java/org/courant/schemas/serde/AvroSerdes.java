package org.courant.schemas.serde;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.courant.schemas.topic.Topic;

/**
 * Makes serdes that all talk to one registry.
 *
 * @param registry settings of the registry client; {@code schema.registry.url} is required
 */
public record AvroSerdes(Map<String, ?> registry) {
    public AvroSerdes {
        registry = Map.copyOf(registry);
    }

    /** For a registry in which the schemas have been registered by {@code courant schemas register}. */
    public static AvroSerdes of(String registryUrl) {
        return new AvroSerdes(Map.of("schema.registry.url", registryUrl, "auto.register.schemas", false));
    }

    /** For tests: a registry within this JVM ({@code mock://name}) that learns schemas as they come. */
    public static AvroSerdes mock(String name) {
        return new AvroSerdes(Map.of("schema.registry.url", "mock://" + name, "auto.register.schemas", true));
    }

    public <V extends SpecificRecord> Serde<V> of(Class<V> type) {
        return new AvroSerde<>(type, new HashMap<>(registry));
    }

    public <V extends SpecificRecord> Serde<V> of(Topic<V> topic) {
        return of(topic.valueType());
    }
}
