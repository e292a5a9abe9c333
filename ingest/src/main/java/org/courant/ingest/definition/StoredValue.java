package org.courant.ingest.definition;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads values of the service's own topics, where one record that cannot be read must not hide the others. */
public final class StoredValue {
    private static final Logger LOG = LoggerFactory.getLogger(StoredValue.class);

    private StoredValue() {}

    /**
     * The value of a record; empty if it has none, or one that cannot be read, which is logged.
     *
     * @throws SerializationException if the schema registry does not answer, which says nothing about the record
     */
    public static <V> Optional<V> of(ConsumerRecord<byte[], byte[]> record, Deserializer<V> deserializer) {
        if (record.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(deserializer.deserialize(record.topic(), record.value()));
        } catch (SerializationException unreadable) {
            if (isRegistryUnreachable(unreadable)) {
                throw unreadable;
            }
            LOG.error(
                    "{}-{} offset {}: the value of key '{}' cannot be read and is ignored: {}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    key(record),
                    String.valueOf(unreadable.getMessage()));
            return Optional.empty();
        }
    }

    /** The key of a record as text. */
    public static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    /** Whether a value could not be written or read because the registry did not answer. */
    public static boolean isRegistryUnreachable(SerializationException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean truncatedValue = cause instanceof EOFException;
            if (cause instanceof IOException && !truncatedValue) {
                return true;
            }
            if (cause instanceof RestClientException answer && answer.getStatus() >= 500) {
                return true;
            }
        }
        return false;
    }
}
