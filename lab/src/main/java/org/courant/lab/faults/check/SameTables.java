package org.courant.lab.faults.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.courant.lab.faults.check.Violation.Kind;
import org.courant.schemas.topic.Topic;
import org.courant.schemas.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A table ends as that of the undisturbed run, field by field, but for where the items stand in the log.
 *
 * @param topic which table
 * @param but fields that say where an item stands, as {@code Record.field}; nested records included
 * @param timed whether the timestamp of a record is a function of the items too
 */
record SameTables(String name, Function<Topics, Topic<?>> topic, Set<String> but, boolean timed) implements Invariant {
    @Override
    public List<Violation> violations(Run run) {
        String of = topic.apply(run.topics()).name();
        if (run.faulty().partitions(of).isEmpty()
                || run.undisturbed().partitions(of).isEmpty()) {
            return List.of();
        }
        Map<String, KeyedRecord> actual = run.faulty().table(of);
        Map<String, KeyedRecord> expected = run.undisturbed().table(of);
        Set<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        List<Violation> found = new ArrayList<>();
        for (String key : keys) {
            KeyedRecord is = actual.get(key);
            KeyedRecord mustBe = expected.get(key);
            if (mustBe == null || is == null) {
                found.add(missing(of, key, is));
            } else if (timed && is.raw().timestamp() != mustBe.raw().timestamp()) {
                found.add(different(
                        is, "its time", is.raw().timestamp(), mustBe.raw().timestamp()));
            } else {
                difference(is.value(), mustBe.value())
                        .ifPresent(field -> found.add(different(
                                is, "'" + field + "'", field(is.value(), field), field(mustBe.value(), field))));
            }
        }
        return found;
    }

    private Violation missing(String of, String key, @Nullable KeyedRecord is) {
        return is == null
                ? new Violation(Kind.LOST, name, of + " key '" + key + "'", "the undisturbed run has it")
                : new Violation(Kind.INVENTED, name, is.place(), "the undisturbed run does not have it");
    }

    private Violation different(KeyedRecord is, String what, @Nullable Object actual, @Nullable Object expected) {
        return new Violation(
                Kind.DIFFERENT,
                name,
                is.place(),
                "%s is %s, in the undisturbed run %s".formatted(what, shorten(actual), shorten(expected)));
    }

    /** Name of the first field that differs. */
    private Optional<String> difference(@Nullable GenericRecord one, @Nullable GenericRecord other) {
        if (one == null || other == null) {
            return one == other ? Optional.empty() : Optional.of("value");
        }
        return one.getSchema().getFields().stream()
                .filter(field -> !but.contains(one.getSchema().getName() + "." + field.name()))
                .filter(field -> !other.hasField(field.name())
                        || !same(one.get(field.pos()), other.get(field.name()), field.schema()))
                .map(Schema.Field::name)
                .findFirst();
    }

    private boolean same(@Nullable Object one, @Nullable Object other, Schema schema) {
        if (one instanceof GenericRecord left && other instanceof GenericRecord right) {
            return difference(left, right).isEmpty();
        }
        if (one instanceof List<?> left && other instanceof List<?> right) {
            boolean same = left.size() == right.size();
            for (int i = 0; same && i < left.size(); i++) {
                same = same(left.get(i), right.get(i), schema.getElementType());
            }
            return same;
        }
        return GenericData.get().compare(one, other, schema) == 0;
    }

    private static @Nullable Object field(@Nullable GenericRecord record, String name) {
        return record == null || !record.hasField(name) ? null : record.get(name);
    }

    private static String shorten(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() <= 120 ? text : text.substring(0, 120) + "...";
    }
}
