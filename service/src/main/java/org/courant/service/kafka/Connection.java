package org.courant.service.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.courant.schemas.serde.AvroSerdes;
import org.courant.schemas.topic.Topics;
import org.courant.service.settings.Section;

/**
 * How to reach the cluster and the registry, and what the topics are called.
 *
 * @param kafka settings of every Kafka client, passed through as they are; {@code bootstrap.servers} is required
 * @param registry settings of the registry client; {@code schema.registry.url} is required
 * @param topics the topics of this installation
 * @param replication replication factor of topics that Courant creates
 */
public record Connection(Map<String, String> kafka, Map<String, String> registry, Topics topics, short replication) {
    public Connection {
        kafka = Map.copyOf(kafka);
        registry = Map.copyOf(registry);
    }

    /** Reads the sections {@code kafka}, {@code registry} and {@code topics}. */
    public static Connection from(Section root) {
        Map<String, String> kafka = new TreeMap<>(root.map("kafka"));
        kafka.putIfAbsent("bootstrap.servers", "localhost:9092");
        Section registry = root.section("registry");
        Map<String, String> client = new TreeMap<>(registry.map("client"));
        client.put("schema.registry.url", registry.text("url", "http://localhost:8081/apis/ccompat/v7"));
        registry.rejectUnknownKeys();
        Section topics = root.section("topics");
        int partitions = topics.integer("partitions", Topics.DEFAULT_PARTITIONS, 1, 1000);
        String prefix = topics.read("prefix", Topics.DEFAULT_PREFIX, "letters, digits, '.', '_' and '-'", text -> {
            new Topics(text, 1);
            return text;
        });
        int replication = topics.integer("replication", 1, 1, 9);
        topics.rejectUnknownKeys();
        return new Connection(kafka, client, new Topics(prefix, partitions), (short) replication);
    }

    public String bootstrapServers() {
        return kafka.getOrDefault("bootstrap.servers", "");
    }

    public String registryUrl() {
        return registry.getOrDefault("schema.registry.url", "");
    }

    /** Settings for a client; the given ones win over the operator's, since a stage depends on them. */
    public Map<String, Object> client(Map<String, ?> own) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.putAll(own);
        return settings;
    }

    /** Serdes that use registered schemas only. */
    public AvroSerdes serdes() {
        Map<String, Object> settings = new HashMap<>(registry);
        // A mock registry lives in this JVM only, so nobody else can have registered anything there.
        settings.put("auto.register.schemas", registryUrl().startsWith("mock://"));
        return new AvroSerdes(settings);
    }
}
