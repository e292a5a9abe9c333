package org.courant.enrich.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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
 * (8 bytes, little endian), Avro binary. Unlike the contract's records they need no registry, and one topic can carry
 * several classes since the fingerprint tells them apart.
 */
public final class RecordSerde<T extends SpecificRecord> implements Serde<T> {
    private static final int FINGERPRINT_AT = 2;

    /** Avro's own bytes by the code that it generates for each class, and not field by field through the schema. */
    private static final SpecificData GENERATED = generated();

    private final Map<Class<?>, BinaryMessageEncoder<SpecificRecord>> encoders;
    private final Map<Long, BinaryMessageDecoder<SpecificRecord>> decoders;

    private RecordSerde(List<Class<? extends T>> types) {
        TrustedRecords.trust();
        encoders = types.stream()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), type -> new BinaryMessageEncoder<>(GENERATED, schema(type))));
        decoders = types.stream()
                .collect(Collectors.toUnmodifiableMap(
                        type -> SchemaNormalization.parsingFingerprint64(schema(type)),
                        type -> new BinaryMessageDecoder<>(GENERATED, schema(type))));
    }

    /** For one class. */
    public static <T extends SpecificRecord> RecordSerde<T> of(Class<T> type) {
        return new RecordSerde<>(List.of(type));
    }

    /** For records of any of these classes. */
    public static RecordSerde<SpecificRecord> ofAny(List<Class<? extends SpecificRecord>> types) {
        return new RecordSerde<>(types);
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
        BinaryMessageEncoder<SpecificRecord> encoder = encoders.get(record.getClass());
        if (encoder == null) {
            throw new SerializationException(record.getClass() + " is none of " + encoders.keySet());
        }
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
    @SuppressWarnings("unchecked") // the decoders are those of subclasses of T
    public T decode(byte[] bytes) {
        BinaryMessageDecoder<SpecificRecord> decoder = bytes.length < FINGERPRINT_AT + Long.BYTES
                ? null
                : decoders.get(
                        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(FINGERPRINT_AT));
        if (decoder == null) {
            throw new SerializationException("no record of this version of Courant");
        }
        try {
            return (T) decoder.decode(bytes);
        } catch (IOException | AvroRuntimeException malformed) {
            // Without the cause: an IOException would be taken for an outage, and this is memory.
            throw new SerializationException("malformed record: " + malformed);
        }
    }

    private static Schema schema(Class<?> type) {
        return GENERATED.getSchema(type);
    }

    private static SpecificData generated() {
        SpecificData data = new SpecificData();
        data.setCustomCoders(true);
        return data;
    }
}
