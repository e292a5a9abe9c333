package org.courant.lab.faults.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;
import org.courant.lab.faults.check.Violation.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Each edition has just the entries of its day, by rank in each section; its counts and its digest hash are those that
 * the entries make. Every day with an entry has an edition.
 */
final class EditionsAddUp implements Invariant {
    private static final Comparator<KeyedRecord> BY_RANK = Comparator.comparingDouble(
                    (KeyedRecord entry) -> number(entry, "rankScore").doubleValue())
            .thenComparingLong(entry -> number(entry, "publishedAt").longValue())
            .reversed()
            .thenComparing(KeyedRecord::key);

    @Override
    public String name() {
        return "editions-add-up";
    }

    @Override
    public List<Violation> violations(Run run) {
        String topic = run.topics().digestEditions().name();
        if (run.faulty().committed(topic).isEmpty()
                && run.undisturbed().committed(topic).isEmpty()) {
            return List.of();
        }
        Map<String, List<KeyedRecord>> byDay = run
                .faulty()
                .table(run.topics().digestEntries().name())
                .values()
                .stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.groupingBy(
                        entry -> LocalDate.ofEpochDay(number(entry, "edition").longValue())
                                .toString()));
        Map<String, KeyedRecord> editions = run.faulty().table(topic);
        List<Violation> found = new ArrayList<>();
        TreeSet<String> days = new TreeSet<>(byDay.keySet());
        days.addAll(editions.keySet());
        for (String day : days) {
            KeyedRecord edition = editions.get(day);
            if (edition == null || edition.value() == null) {
                found.add(new Violation(
                        Kind.LOST, name(), topic + " key '" + day + "'", "the day has entries and no edition"));
            } else {
                objection(edition.value(), byDay.getOrDefault(day, List.of()))
                        .forEach(detail -> found.add(new Violation(Kind.DIFFERENT, name(), edition.place(), detail)));
            }
        }
        return found;
    }

    private static List<String> objection(GenericRecord edition, List<KeyedRecord> entries) {
        List<String> found = new ArrayList<>();
        Map<String, KeyedRecord> byId = entries.stream().collect(Collectors.toMap(KeyedRecord::key, entry -> entry));
        List<String> hashes = new ArrayList<>();
        TreeSet<String> listed = new TreeSet<>();
        for (Object each : (List<?>) edition.get("sections")) {
            GenericRecord section = (GenericRecord) each;
            String id = ((GenericRecord) section.get("section")).get("id").toString();
            List<String> ids = texts(section.get("entryIds"));
            List<String> expected = entries.stream()
                    .filter(entry -> sectionOf(entry).equals(id))
                    .sorted(BY_RANK)
                    .map(KeyedRecord::key)
                    .toList();
            if (!ids.equals(expected)) {
                found.add("section '%s' lists %s; by rank it is %s".formatted(id, ids, expected));
            }
            listed.addAll(ids);
            ids.stream()
                    .map(byId::get)
                    .filter(Objects::nonNull)
                    .forEach(entry -> hashes.add(entry.text("contentHash")));
        }
        compare(found, "entries", listed, new TreeSet<>(byId.keySet()));
        compare(found, "entryCount", number(edition.get("entryCount")).intValue(), entries.size());
        compare(found, "sourceCounts", counts(edition), counts(entries));
        compare(found, "digestHash", edition.get("digestHash").toString(), CanonicalHash.ofDigest(hashes));
        return found;
    }

    private static void compare(List<String> found, String what, Object is, Object mustBe) {
        if (!is.equals(mustBe)) {
            found.add("%s: %s; its entries make %s".formatted(what, is, mustBe));
        }
    }

    private static Map<String, Integer> counts(GenericRecord edition) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Object each : (List<?>) edition.get("sourceCounts")) {
            GenericRecord count = (GenericRecord) each;
            counts.put(
                    count.get("sourceName").toString(),
                    number(count.get("entries")).intValue());
        }
        return counts;
    }

    private static Map<String, Integer> counts(List<KeyedRecord> entries) {
        Map<String, Integer> counts = new TreeMap<>();
        for (KeyedRecord entry : entries) {
            TreeSet<String> sources = new TreeSet<>();
            for (Object each : (List<?>) Objects.requireNonNull(entry.value()).get("appearances")) {
                sources.add(((GenericRecord) each).get("sourceName").toString());
            }
            sources.forEach(source -> counts.merge(source, 1, Integer::sum));
        }
        return counts;
    }

    private static String sectionOf(KeyedRecord entry) {
        return ((GenericRecord) Objects.requireNonNull(entry.value()).get("section"))
                .get("id")
                .toString();
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(Object::toString).toList();
    }

    private static Number number(KeyedRecord entry, String field) {
        return number(Objects.requireNonNull(entry.value()).get(field));
    }

    private static Number number(@Nullable Object value) {
        return (Number) Objects.requireNonNull(value);
    }
}
