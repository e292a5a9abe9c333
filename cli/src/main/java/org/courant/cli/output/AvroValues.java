package org.courant.cli.output;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Avro records as the values that JSON knows; times become ISO 8601 texts, enums their names. */
public final class AvroValues {
    private AvroValues() {}

    /** The fields of a record by name, in the order of its schema. */
    public static Map<String, @Nullable Object> of(SpecificRecord record) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Schema.Field field : record.getSchema().getFields()) {
            values.put(field.name(), value(record.get(field.pos())));
        }
        return values;
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof SpecificRecord record) {
            return of(record);
        } else if (value instanceof List<?> list) {
            return list.stream().map(AvroValues::value).toList();
        } else if (value instanceof Instant || value instanceof LocalDate || value instanceof Enum<?>) {
            return value.toString();
        }
        return value;
    }
}
