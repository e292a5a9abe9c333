package org.courant.schemas.topic;

import java.util.Map;

/**
 * A topic with the type of its values. Keys are UTF-8 strings, values Avro in Confluent's wire format; the values of
 * the dead-letter topic are bytes as received.
 *
 * @param name full name, prefix included
 * @param valueType type of the values
 * @param partitions number of partitions
 * @param config the topic configuration that Courant depends on
 */
public record Topic<V>(String name, Class<V> valueType, int partitions, Map<String, String> config) {
    public Topic {
        config = Map.copyOf(config);
    }

    /** The subject of the values in the schema registry (Confluent's TopicNameStrategy). */
    public String subject() {
        return name + "-value";
    }

    /** Whether the values are Avro and so have a schema to register. */
    public boolean hasSchema() {
        return valueType != byte[].class;
    }
}
