package org.courant.schemas.serde;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaUtils;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** The schema of a record class as the registry holds it: without the properties that only Java needs. */
public final class RegistrySchema {
    private RegistrySchema() {}

    public static AvroSchema of(Class<?> type) {
        Schema schema = SpecificData.get().getSchema(type);
        // Confluent's own stripping, so that a look-up by the serializer finds these very characters.
        return new AvroSchema(AvroSchemaUtils.getSchema(SpecificData.newInstance(type, schema), false, false, true));
    }
}
