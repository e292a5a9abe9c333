package org.courant.ingest.definition;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.courant.service.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads values of the service's own topics, where one record that cannot be read must not hide the others. */
public final class StoredValue {
    private static final Logger LOG = LoggerFactory.getLogger(StoredValue.class);

    private StoredValue() {}

    /**
     * The value of a record; empty if it has none, or one that cannot be read, which is logged.
     *
     * @throws RuntimeException if the schema registry does not answer or refuses to, which says nothing about the
     *     record
     */
    public static <V> Optional<V> of(ConsumerRecord<byte[], byte[]> record, Deserializer<V> deserializer) {
        if (record.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(deserializer.deserialize(record.topic(), record.value()));
        } catch (RuntimeException unreadable) {
            if (Fault.whileReading(unreadable) == Fault.WORLD) {
                throw unreadable;
            }
            LOG.error(
                    "{}-{} offset {}: the value of key '{}' cannot be read and is ignored: {} ({})",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    key(record),
                    String.valueOf(unreadable.getMessage()),
                    Fault.rootOf(unreadable).toString());
            return Optional.empty();
        }
    }

    /** The key of a record as text. */
    public static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }
}
