package org.courant.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.entities.Config;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.courant.embedded.EmbeddedRegistry;
import org.courant.embedded.RegistryOptions;
import org.courant.schemas.SeenItem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The serde and a registry in a process of its own. */
class RegistryIT {
    private static EmbeddedRegistry process;
    private static SchemaRegistryClient registry;

    @BeforeAll
    static void start() {
        process = EmbeddedRegistry.start(RegistryOptions.inMemory());
        registry = new CachedSchemaRegistryClient(List.of(process.url()), 100, Map.of());
    }

    @AfterAll
    static void stop() {
        process.close();
    }

    @Test
    void aRegisteredRecordCarriesTheRegistrysIdAndIsReadBack() throws Exception {
        int id = registry.register("seen-value", RegistrySchema.of(SeenItem.class));
        Serde<SeenItem> serde = AvroSerdes.of(process.url()).of(SeenItem.class);
        SeenItem item = new SeenItem(-1L, Instant.ofEpochMilli(1_700_000_000_000L));

        byte[] bytes = serde.serializer().serialize("seen", item);

        assertThat(ByteBuffer.wrap(bytes).get(0)).isZero();
        assertThat(ByteBuffer.wrap(bytes).getInt(1)).isEqualTo(id);
        assertThat(serde.deserializer().deserialize("seen", bytes)).isEqualTo(item);
    }

    @Test
    void aSchemaThatNobodyRegisteredIsNotWritten() {
        Serde<SeenItem> serde = AvroSerdes.of(process.url()).of(SeenItem.class);

        assertThatThrownBy(() -> serde.serializer().serialize("nobody", new SeenItem(1L, Instant.EPOCH)))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void anIncompatibleSchemaIsAConflict() throws Exception {
        registry.register("conflict-value", RegistrySchema.of(SeenItem.class));
        registry.updateConfig("conflict-value", new Config("FULL_TRANSITIVE"));
        Schema broken = new Schema.Parser().parse("""
                        {"type":"record","name":"SeenItem","namespace":"org.courant.schemas",
                         "fields":[{"name":"other","type":"string"}]}""");

        assertThatThrownBy(() -> registry.register("conflict-value", new AvroSchema(broken)))
                .isInstanceOfSatisfying(
                        RestClientException.class,
                        e -> assertThat(e.getStatus()).isEqualTo(409));
        assertThat(registry.getConfig("conflict-value").getCompatibilityLevel()).isEqualTo("FULL_TRANSITIVE");
    }

    @Test
    void aRecordOfALaterVersionIsReadByTodaysClass() throws Exception {
        Schema later = new Schema.Parser()
                .parse(RegistrySchema.of(SeenItem.class)
                        .canonicalString()
                        .replace(
                                "\"fields\":[",
                                "\"fields\":[{\"name\":\"added\",\"type\":\"string\",\"default\":\"\"},"));
        registry.register("later-value", RegistrySchema.of(SeenItem.class));
        registry.updateConfig("later-value", new Config("FULL_TRANSITIVE"));
        int id = registry.register("later-value", new AvroSchema(later));
        byte[] bytes = ByteBuffer.allocate(8)
                .put((byte) 0)
                .putInt(id)
                .put((byte) 0)
                .put((byte) 14)
                .put((byte) 2)
                .array();

        assertThat(AvroSerdes.of(process.url())
                        .of(SeenItem.class)
                        .deserializer()
                        .deserialize("later", bytes))
                .isEqualTo(new SeenItem(7L, Instant.ofEpochMilli(1)));
    }

    @Test
    void anUnknownSchemaIdIsRefused() {
        byte[] bytes = ByteBuffer.allocate(7).put((byte) 0).putInt(999_999).array();

        assertThatThrownBy(() -> AvroSerdes.of(process.url())
                        .of(SeenItem.class)
                        .deserializer()
                        .deserialize("seen", bytes))
                .isInstanceOf(SerializationException.class)
                .hasRootCauseInstanceOf(RestClientException.class);
    }
}
