package org.courant.lab.faults.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Compares an entry as HTTP gives it with its record: the same fields, times as ISO 8601. */
final class EntryJson {
    private EntryJson() {}

    /** Path of the first field that differs. */
    static Optional<String> difference(JsonNode json, GenericRecord record) {
        for (Schema.Field field : record.getSchema().getFields()) {
            Optional<String> found = difference(json.path(field.name()), record.get(field.pos()), field.schema());
            if (found.isPresent()) {
                return Optional.of(field.name() + found.get());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> difference(JsonNode json, @Nullable Object value, Schema schema) {
        if (value instanceof GenericRecord record) {
            return difference(json, record).map(path -> "." + path);
        }
        if (value instanceof List<?> list) {
            boolean same = json.isArray() && json.size() == list.size();
            for (int i = 0; same && i < list.size(); i++) {
                same = difference(json.get(i), list.get(i), schema.getElementType())
                        .isEmpty();
            }
            return same ? Optional.empty() : Optional.of("");
        }
        return isSame(json, value, schema) ? Optional.empty() : Optional.of("");
    }

    private static boolean isSame(JsonNode json, @Nullable Object value, Schema schema) {
        if (value == null) {
            return json.isNull() || json.isMissingNode();
        }
        Schema type = schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(each -> each.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElse(schema)
                : schema;
        if (type.getLogicalType() instanceof LogicalTypes.Date) {
            return json.asText()
                    .equals(LocalDate.ofEpochDay(((Number) value).longValue()).toString());
        }
        if (type.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
            return json.asText()
                    .equals(Instant.ofEpochMilli(((Number) value).longValue()).toString());
        }
        if (value instanceof Number number) {
            return json.isNumber() && json.doubleValue() == number.doubleValue();
        }
        return json.isTextual() && json.asText().equals(value.toString());
    }
}
