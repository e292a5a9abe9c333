package org.courant.lab.faults.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.avro.generic.GenericRecord;
import org.courant.lab.faults.check.Violation.Kind;

/**
 * The records of an entry are those of its story, one for one and in the same order, told by what both say: title,
 * address, version, section, summary, time and the positions of the items.
 */
final class EntriesFollowStories implements Invariant {
    private static final String WITHDRAWN = "withdrawn";

    @Override
    public String name() {
        return "entries-follow-stories";
    }

    @Override
    public List<Violation> violations(Run run) {
        String entries = run.topics().digestEntries().name();
        if (run.faulty().committed(entries).isEmpty()
                && run.undisturbed().committed(entries).isEmpty()) {
            return List.of();
        }
        Map<String, List<KeyedRecord>> ofStory =
                run.faulty().byKey(run.topics().stories().name());
        Map<String, List<KeyedRecord>> ofEntry = run.faulty().byKey(entries);
        TreeSet<String> keys = new TreeSet<>(ofStory.keySet());
        keys.addAll(ofEntry.keySet());
        List<Violation> found = new ArrayList<>();
        for (String key : keys) {
            List<String> expected = changes(ofStory.getOrDefault(key, List.of()), "members");
            List<String> actual = changes(ofEntry.getOrDefault(key, List.of()), "provenance");
            if (!expected.equals(actual)) {
                found.add(violation(entries, key, expected, actual));
            }
        }
        return found;
    }

    private Violation violation(String topic, String key, List<String> expected, List<String> actual) {
        Kind kind = actual.size() < expected.size()
                ? Kind.LOST
                : actual.size() > expected.size()
                        ? Kind.DOUBLED
                        : new TreeSet<>(actual).equals(new TreeSet<>(expected)) ? Kind.REORDERED : Kind.DIFFERENT;
        int at = 0;
        while (at < Math.min(actual.size(), expected.size()) && Objects.equals(actual.get(at), expected.get(at))) {
            at++;
        }
        return new Violation(
                kind,
                name(),
                topic + " key '" + key + "'",
                "the story changed %d times and the entry %d times; the first difference is at change %d"
                        .formatted(expected.size(), actual.size(), at + 1));
    }

    /** What is said, one after another; what a reader cannot tell from the one before is left out. */
    private static List<String> changes(List<KeyedRecord> records, String origins) {
        List<String> changes = new ArrayList<>();
        for (KeyedRecord record : records) {
            String change = record.value() == null
                            || record.text("title").isBlank()
                            || record.text("url").isBlank()
                    ? WITHDRAWN
                    : describe(record, record.value(), origins);
            boolean isNews =
                    changes.isEmpty() ? !change.equals(WITHDRAWN) : !change.equals(changes.get(changes.size() - 1));
            if (isNews) {
                changes.add(change);
            }
        }
        return changes;
    }

    private static String describe(KeyedRecord record, GenericRecord value, String origins) {
        TreeSet<String> positions = new TreeSet<>();
        if (value.get(origins) instanceof List<?> items) {
            items.forEach(item -> {
                GenericRecord from = (GenericRecord) item;
                positions.add(from.get("topic") + "/" + from.get("partition") + "/" + from.get("offset") + "/"
                        + from.get("itemId"));
            });
        }
        Object time = value.hasField("eventTime") ? value.get("eventTime") : value.get("publishedAt");
        Object section =
                value.hasField("sectionId") ? value.get("sectionId") : ((GenericRecord) value.get("section")).get("id");
        return List.of(
                        record.text("title"),
                        record.text("url"),
                        record.text("version"),
                        String.valueOf(section),
                        record.text("summary"),
                        String.valueOf(time),
                        positions)
                .toString();
    }
}
