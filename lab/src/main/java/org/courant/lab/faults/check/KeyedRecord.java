package org.courant.lab.faults.check;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.courant.lab.faults.history.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record of a log with its key as text and its value decoded.
 *
 * @param key empty where the record has none
 * @param value null for a tombstone and for what cannot be decoded
 */
public record KeyedRecord(
        String topic,
        int partition,
        LogRecord raw,
        String key,
        @Nullable GenericRecord value) {
    static KeyedRecord of(String topic, int partition, LogRecord raw, Decoder decoder) {
        String key = raw.key() == null ? "" : new String(raw.key().get(), StandardCharsets.UTF_8);
        GenericRecord value =
                raw.value() == null ? null : decoder.decode(raw.value().get()).orElse(null);
        return new KeyedRecord(topic, partition, raw, key, value);
    }

    boolean isTombstone() {
        return raw.value() == null;
    }

    /** Whether there are bytes that are no Avro of the registry. */
    boolean isUnreadable() {
        return raw.value() != null && value == null;
    }

    /** A text field of the value; empty where it is null or there is none. */
    String text(String field) {
        return Optional.ofNullable(value)
                .filter(record -> record.hasField(field))
                .map(record -> record.get(field))
                .map(Object::toString)
                .orElse("");
    }

    String place() {
        return "%s [%d] offset %d key '%s'".formatted(topic, partition, raw.offset(), key);
    }
}
