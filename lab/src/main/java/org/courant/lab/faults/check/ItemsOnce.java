package org.courant.lab.faults.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.courant.lab.faults.check.Violation.Kind;
import org.courant.lab.faults.history.Delivery;
import org.courant.lab.faults.history.EventKind;

/**
 * The log of record has each version of an item that a source served, once, under the item's strongest identity and at
 * the time of its fetch, in the order of the fetches, and nothing that no source served.
 */
final class ItemsOnce implements Invariant {
    private record Version(String itemId, String title) {}

    @Override
    public String name() {
        return "items-once";
    }

    @Override
    public List<Violation> violations(Run run) {
        String topic = run.topics().sourceItems().name();
        List<KeyedRecord> items = run.faulty().committed(topic).stream()
                .filter(record -> record.value() != null && !run.faulty().isPoison(record))
                .toList();
        List<Violation> found = new ArrayList<>();
        items.forEach(record -> judge(record, found));
        doubled(items, found);
        // Under a clock that is off fetches do not stand in the order of their times.
        if (run.history().events().stream().noneMatch(event -> event.kind() == EventKind.CLOCK)) {
            reordered(items, found);
        }
        if (!run.history().deliveries().isEmpty()) {
            served(topic, items, run.history().deliveries(), found);
        }
        return found;
    }

    private void judge(KeyedRecord record, List<Violation> found) {
        Object fetchedAt = Objects.requireNonNull(record.value()).get("fetchedAt");
        if (fetchedAt instanceof Long millis && millis != record.raw().timestamp()) {
            found.add(violation(
                    Kind.DIFFERENT,
                    record.place(),
                    "its time is %d, its fetch was at %d".formatted(record.raw().timestamp(), millis)));
        }
        String strongest = strongest(record);
        if (!strongest.equals(record.key())) {
            found.add(
                    violation(Kind.DIFFERENT, record.place(), "its key should be its strongest identity " + strongest));
        }
    }

    /** An edit may move an item to another partition, so that only the times tell what came before. */
    private void doubled(List<KeyedRecord> items, List<Violation> found) {
        Map<String, KeyedRecord> last = new HashMap<>();
        items.stream()
                .sorted(Comparator.comparingLong(record -> record.raw().timestamp()))
                .forEach(record -> {
                    KeyedRecord before = last.put(record.text("itemId"), record);
                    if (before != null && before.text("contentHash").equals(record.text("contentHash"))) {
                        found.add(violation(
                                Kind.DOUBLED,
                                record.place(),
                                "item '%s' is unchanged since %s".formatted(record.text("itemId"), before.place())));
                    }
                });
    }

    private void reordered(List<KeyedRecord> items, List<Violation> found) {
        Map<String, KeyedRecord> last = new HashMap<>();
        for (KeyedRecord record : items) {
            KeyedRecord before = last.put(record.partition() + "/" + record.text("itemId"), record);
            if (before != null && before.raw().timestamp() > record.raw().timestamp()) {
                found.add(violation(
                        Kind.REORDERED,
                        record.place(),
                        "item '%s' was fetched before %s".formatted(record.text("itemId"), before.place())));
            }
        }
    }

    private void served(String topic, List<KeyedRecord> items, List<Delivery> deliveries, List<Violation> found) {
        Set<Version> served = deliveries.stream()
                .map(each -> new Version(each.itemId(), each.title()))
                .collect(Collectors.toSet());
        Set<Version> written = new HashSet<>();
        for (KeyedRecord record : items) {
            Version version = new Version(record.text("itemId"), record.text("title"));
            written.add(version);
            if (!served.contains(version)) {
                found.add(violation(Kind.INVENTED, record.place(), "no source served " + version));
            }
        }
        deliveries.stream()
                .filter(each -> !each.mayBeMissed() && !written.contains(new Version(each.itemId(), each.title())))
                .map(each -> violation(
                        Kind.LOST, topic + " item '" + each.itemId() + "'", "served as '" + each.title() + "'"))
                .forEach(found::add);
    }

    private static String strongest(KeyedRecord record) {
        Object identities = Objects.requireNonNull(record.value()).get("identities");
        return identities instanceof List<?> list && !list.isEmpty()
                ? list.get(0).toString()
                : record.text("itemId");
    }

    private Violation violation(Kind kind, String place, String detail) {
        return new Violation(kind, name(), place, detail);
    }
}
