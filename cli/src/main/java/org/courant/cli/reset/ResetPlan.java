package org.courant.cli.reset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.courant.cli.output.Table;
import org.courant.cli.topic.Groups;

/**
 * What there is to delete.
 *
 * @param members who is in the group now; nothing may be deleted while there is anybody
 * @param offsets partitions of which the group has committed an offset
 * @param topics the internal topics that are there
 * @param sizes bytes of each topic; empty where this user may not ask
 * @param localBytes bytes of the local state on this machine
 * @param local whether there is any
 */
record ResetPlan(
        Resettable service,
        List<String> members,
        int offsets,
        List<String> topics,
        Optional<Map<String, Long>> sizes,
        long localBytes,
        boolean local) {
    static ResetPlan of(Resettable service, Groups groups) {
        List<String> there = new ArrayList<>(groups.topics(service.group() + "-"));
        there.retainAll(service.topics());
        return new ResetPlan(
                service,
                groups.members(service.group()),
                groups.committed(service.group()).size(),
                there,
                there.isEmpty() ? Optional.of(Map.of()) : groups.sizes(there),
                service.state().size(),
                service.state().isThere());
    }

    boolean isEmpty() {
        return offsets == 0 && topics.isEmpty() && !local;
    }

    Table table() {
        List<List<Object>> rows = new ArrayList<>();
        if (offsets > 0) {
            rows.add(List.of("offsets", service.group(), offsets + " partitions"));
        }
        topics.forEach(topic -> rows.add(List.of(
                "topic",
                topic,
                sizes.map(known -> megabytes(known.getOrDefault(topic, 0L))).orElse("size unknown"))));
        if (local) {
            rows.add(List.of(
                    "local state",
                    service.state().path().toAbsolutePath().normalize().toString(),
                    megabytes(localBytes)));
        }
        return new Table(List.of("what", "name", "size"), rows);
    }

    private static String megabytes(long bytes) {
        return "%,.1f MB".formatted(bytes / 1e6);
    }
}
