package org.courant.enrich.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.courant.schemas.serde.TrustedRecords;
import org.jspecify.annotations.Nullable;

/**
 * Records that never leave the service, in Avro's single-object encoding: {@code C3 01}, the fingerprint of the schema
 * (8 bytes, little endian), Avro binary. Unlike the contract's records they need no registry, and those of another
 * version of Courant are told by the fingerprint.
 */
public final class RecordSerde<T extends SpecificRecord> implements Serde<T> {
    private static final int FINGERPRINT_AT = 2;

    /** Avro's own bytes by the code that it generates for each class, and not field by field through the schema. */
    private static final SpecificData GENERATED = generated();

    private final BinaryMessageEncoder<T> encoder;
    private final BinaryMessageDecoder<T> decoder;
    private final long fingerprint;

    private RecordSerde(Class<T> type) {
        TrustedRecords.trust();
        Schema schema = GENERATED.getSchema(type);
        encoder = new BinaryMessageEncoder<>(GENERATED, schema);
        decoder = new BinaryMessageDecoder<>(GENERATED, schema);
        fingerprint = SchemaNormalization.parsingFingerprint64(schema);
    }

    public static <T extends SpecificRecord> RecordSerde<T> of(Class<T> type) {
        return new RecordSerde<>(type);
    }

    @Override
    public Serializer<T> serializer() {
        return new Serializer<>() {
            @Override
            public byte @Nullable [] serialize(String topic, @Nullable T record) {
                return record == null ? null : encode(record);
            }
        };
    }

    @Override
    public Deserializer<T> deserializer() {
        return new Deserializer<>() {
            @Override
            public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
                return bytes == null ? null : decode(bytes);
            }
        };
    }

    /** The bytes of a record. */
    public byte[] encode(T record) {
        try {
            ByteBuffer bytes = encoder.encode(record);
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return exact;
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
    }

    /**
     * Reads what {@link #encode} writes.
     *
     * @throws SerializationException if these are not the bytes of such a record
     */
    public T decode(byte[] bytes) {
        boolean known = bytes.length >= FINGERPRINT_AT + Long.BYTES
                && ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(FINGERPRINT_AT) == fingerprint;
        if (!known) {
            throw new SerializationException("no record of this version of Courant");
        }
        try {
            return decoder.decode(bytes);
        } catch (IOException | AvroRuntimeException malformed) {
            // Without the cause: an IOException would be taken for an outage, and this is memory.
            throw new SerializationException("malformed record: " + malformed);
        }
    }

    private static SpecificData generated() {
        SpecificData data = new SpecificData();
        data.setCustomCoders(true);
        return data;
    }
}
