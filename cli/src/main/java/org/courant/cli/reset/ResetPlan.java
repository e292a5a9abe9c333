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
 * @param state the local state of its instances on this machine
 */
record ResetPlan(
        Resettable service,
        List<String> members,
        int offsets,
        List<String> topics,
        Optional<Map<String, Long>> sizes,
        List<StateFolder> state) {
    static ResetPlan of(Resettable service, Groups groups) {
        List<String> there = new ArrayList<>(groups.topics(service.group() + "-"));
        there.retainAll(service.topics());
        return new ResetPlan(
                service,
                groups.members(service.group()),
                groups.committed(service.group()).size(),
                there,
                there.isEmpty() ? Optional.of(Map.of()) : groups.sizes(there),
                service.state());
    }

    boolean isEmpty() {
        return offsets == 0 && topics.isEmpty() && state.isEmpty();
    }

    /** Whether the service has run, and has kept its state elsewhere. */
    boolean lacksState() {
        return !isEmpty() && state.isEmpty();
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
        state.forEach(folder -> rows.add(List.of(
                "local state", folder.path().toAbsolutePath().normalize().toString(), megabytes(folder.size()))));
        if (state.isEmpty()) {
            rows.add(List.of("local state", service.stateDir().toString(), "none on this machine"));
        }
        return new Table(List.of("what", "name", "size"), rows);
    }

    private static String megabytes(long bytes) {
        return "%,.1f MB".formatted(bytes / 1e6);
    }
}
