package org.courant.lab.faults.check;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * Decodes Confluent's wire format (magic byte 0, schema id in four bytes, Avro binary) with the writer's schema and
 * without the product's classes, so that a mistake in these cannot hide itself.
 */
final class Decoder {
    private static final int HEADER_BYTES = 5;

    private final Map<Integer, Schema> schemas = new HashMap<>();
    private final GenericData data = new GenericData();

    /** @param schemas of the registry, by id */
    Decoder(Map<Integer, String> schemas) {
        schemas.forEach((id, schema) -> this.schemas.put(id, new Schema.Parser().parse(schema)));
    }

    /** Empty where the bytes are anything else, or more than one record. */
    Optional<GenericRecord> decode(byte[] bytes) {
        if (bytes.length < HEADER_BYTES || bytes[0] != 0) {
            return Optional.empty();
        }
        Schema schema = schemas.get(ByteBuffer.wrap(bytes, 1, 4).getInt());
        if (schema == null || schema.getType() != Schema.Type.RECORD) {
            return Optional.empty();
        }
        BinaryDecoder decoder =
                DecoderFactory.get().binaryDecoder(bytes, HEADER_BYTES, bytes.length - HEADER_BYTES, null);
        try {
            GenericRecord record = new GenericDatumReader<GenericRecord>(schema, schema, data).read(null, decoder);
            return decoder.isEnd() ? Optional.of(record) : Optional.empty();
        } catch (IOException | AvroRuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
