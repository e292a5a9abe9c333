package org.courant.lab.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;
import org.courant.lab.faults.check.Violation.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Items in = members + rejections + dead letters: each item of the log of record is a member of just one story, or is a
 * member of none and has been rejected, or is a dead letter; and there is no member and no rejection without an item.
 */
final class ItemsAccountedFor implements Invariant {
    @Override
    public String name() {
        return "items-accounted-for";
    }

    @Override
    public List<Violation> violations(Run run) {
        Logs logs = run.faulty();
        Map<String, KeyedRecord> rejections =
                logs.table(run.topics().rejections().name());
        Map<String, KeyedRecord> stories = logs.table(run.topics().stories().name());
        List<KeyedRecord> log = logs.committed(run.topics().sourceItems().name());
        if (log.isEmpty() || (rejections.isEmpty() && stories.isEmpty())) {
            return List.of();
        }
        Map<String, List<KeyedRecord>> storiesOfItem = new HashMap<>();
        stories.values()
                .forEach(story -> members(story)
                        .forEach(item -> storiesOfItem
                                .computeIfAbsent(item, id -> new ArrayList<>())
                                .add(story)));
        Set<String> letters = DeadLetters.positions(run);
        Set<String> items = new HashSet<>();
        List<Violation> found = new ArrayList<>();
        for (KeyedRecord item : log) {
            boolean isLetter = letters.contains(DeadLetters.position(item));
            if (item.value() != null && !isLetter && items.add(item.text("itemId"))) {
                String id = item.text("itemId");
                found.addAll(account(item, rejections.get(id), storiesOfItem.getOrDefault(id, List.of())));
            }
        }
        rejections.forEach((id, rejection) -> {
            if (!items.contains(id)) {
                found.add(new Violation(Kind.INVENTED, name(), rejection.place(), "there is no such item in the log"));
            }
        });
        storiesOfItem.forEach((id, containing) -> {
            if (!items.contains(id)) {
                found.add(new Violation(
                        Kind.INVENTED,
                        name(),
                        containing.get(0).place(),
                        "its member '" + id + "' is no item of the log"));
            }
        });
        return found;
    }

    private List<Violation> account(KeyedRecord item, @Nullable KeyedRecord rejection, List<KeyedRecord> stories) {
        String id = item.text("itemId");
        if (stories.isEmpty() && rejection == null) {
            return List.of(new Violation(
                    Kind.LOST,
                    name(),
                    item.place(),
                    "item '" + id + "' is in no story, and neither rejected nor a dead letter"));
        } else if (stories.size() > 1) {
            return List.of(new Violation(
                    Kind.DOUBLED,
                    name(),
                    item.place(),
                    "item '%s' is in %d stories: %s"
                            .formatted(
                                    id,
                                    stories.size(),
                                    stories.stream().map(KeyedRecord::key).toList())));
        }
        return List.of();
    }

    private static List<String> members(KeyedRecord story) {
        List<String> ids = new ArrayList<>();
        if (story.value() != null && story.value().get("members") instanceof List<?> members) {
            members.forEach(
                    member -> ids.add(((GenericRecord) member).get("itemId").toString()));
        }
        return ids;
    }
}
