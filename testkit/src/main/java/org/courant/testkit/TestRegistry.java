package org.courant.testkit;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.courant.embedded.EmbeddedRegistry;
import org.courant.embedded.RegistryOptions;
import org.courant.schemas.serde.RegistrySchema;
import org.courant.schemas.topic.Topic;
import org.courant.schemas.topic.Topics;

/** A schema registry in a child JVM that keeps schemas in memory. */
public final class TestRegistry implements AutoCloseable {
    private static final int SCHEMAS_REMEMBERED = 1000;

    private final EmbeddedRegistry registry;
    private final SchemaRegistryClient client;

    private TestRegistry(EmbeddedRegistry registry) {
        this.registry = registry;
        this.client = new CachedSchemaRegistryClient(registry.url(), SCHEMAS_REMEMBERED);
    }

    /** For tests that need a registry without a cluster; others take it, or a {@link TestCluster}, as parameter. */
    public static TestRegistry start() {
        return new TestRegistry(EmbeddedRegistry.start(RegistryOptions.inMemory()));
    }

    /** Root of Confluent's API. */
    public String url() {
        return registry.url();
    }

    /** Registers the schema of every topic that has one; from then on its subject is FULL_TRANSITIVE. */
    public void register(Topics topics) {
        topics.all().stream().filter(Topic::hasSchema).forEach(this::register);
    }

    @Override
    public void close() {
        try (registry) {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void register(Topic<?> topic) {
        try {
            client.updateCompatibility(topic.subject(), "FULL_TRANSITIVE");
            client.register(topic.subject(), RegistrySchema.of(topic.valueType()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RestClientException e) {
            throw new IllegalStateException("registry refused " + topic.subject() + ": " + e.getMessage(), e);
        }
    }
}
