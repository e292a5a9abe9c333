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
 * Items in = members + rejections + dead letters: each item of the log of record is a member of just one story, the one
 * that its decision names, or rejected, or a dead letter; and there is no member and no decision without an item.
 */
final class ItemsAccountedFor implements Invariant {
    @Override
    public String name() {
        return "items-accounted-for";
    }

    @Override
    public List<Violation> violations(Run run) {
        Logs logs = run.faulty();
        Map<String, KeyedRecord> decisions = logs.table(run.topics().decisions().name());
        Map<String, KeyedRecord> stories = logs.table(run.topics().stories().name());
        List<KeyedRecord> log = logs.committed(run.topics().sourceItems().name());
        if (log.isEmpty() || (decisions.isEmpty() && stories.isEmpty())) {
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
                found.addAll(account(item, decisions.get(id), storiesOfItem.getOrDefault(id, List.of())));
            }
        }
        decisions.forEach((id, decision) -> {
            if (!items.contains(id)) {
                found.add(new Violation(Kind.INVENTED, name(), decision.place(), "there is no such item in the log"));
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

    private List<Violation> account(KeyedRecord item, @Nullable KeyedRecord decision, List<KeyedRecord> stories) {
        List<Violation> found = new ArrayList<>();
        String id = item.text("itemId");
        if (decision == null) {
            found.add(new Violation(
                    Kind.LOST, name(), item.place(), "item '" + id + "' has no decision and is no dead letter"));
            return found;
        }
        int expected = decision.text("outcome").equals("MEMBER") ? 1 : 0;
        if (stories.size() != expected) {
            found.add(new Violation(
                    stories.size() < expected ? Kind.LOST : Kind.DOUBLED,
                    name(),
                    decision.place(),
                    "decided %s, and in %d stories".formatted(decision.text("outcome"), stories.size())));
        } else if (expected == 1 && !stories.get(0).key().equals(decision.text("storyId"))) {
            found.add(new Violation(
                    Kind.DIFFERENT,
                    name(),
                    decision.place(),
                    "decided for story '%s', and in '%s'"
                            .formatted(decision.text("storyId"), stories.get(0).key())));
        }
        return found;
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
