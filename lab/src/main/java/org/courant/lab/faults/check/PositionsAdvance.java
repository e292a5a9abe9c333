package org.courant.lab.faults.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.courant.lab.faults.check.Violation.Kind;
import org.courant.lab.faults.history.GroupPosition;
import org.courant.lab.faults.history.LogRecord;
import org.courant.lab.faults.history.RecordedPartition;

/**
 * A group's position in a partition never goes back, and has passed every committed record after the calm. What enrich
 * and publish read has one: without it a restart would read all of it again.
 */
final class PositionsAdvance implements Invariant {
    private record Reading(String group, String topic, int partition) {}

    @Override
    public String name() {
        return "positions-advance";
    }

    @Override
    public List<Violation> violations(Run run) {
        List<Violation> found = new ArrayList<>();
        Map<Reading, Long> last = new LinkedHashMap<>();
        for (GroupPosition each : run.history().positions()) {
            Reading reading = new Reading(each.group(), each.topic(), each.partition());
            Long before = last.put(reading, each.offset());
            if (before != null && each.offset() < before) {
                found.add(violation(
                        Kind.REORDERED,
                        reading,
                        each.offset(),
                        "the position went back from " + before + " at " + each.at()));
            }
        }
        last.forEach((reading, position) -> {
            long passed = end(run, reading);
            if (position < passed) {
                found.add(violation(
                        Kind.HUNG, reading, position, "committed records up to " + passed + " have not been passed"));
            }
        });
        if (!last.isEmpty()) {
            unread(run, run.topics().sourceItems().name(), last.keySet(), found);
            unread(run, run.topics().stories().name(), last.keySet(), found);
        }
        return found;
    }

    private void unread(Run run, String topic, Set<Reading> readings, List<Violation> found) {
        for (RecordedPartition partition : run.faulty().partitions(topic)) {
            boolean isRead = readings.stream()
                    .anyMatch(reading -> reading.topic().equals(topic) && reading.partition() == partition.partition());
            if (!isRead && !partition.committed().isEmpty()) {
                found.add(new Violation(
                        Kind.DOUBLED,
                        name(),
                        "%s [%d]".formatted(topic, partition.partition()),
                        "no group keeps a position in it; whoever is restarted begins anew"));
            }
        }
    }

    /** The offset after the last committed record. */
    private static long end(Run run, Reading reading) {
        return run.faulty().partitions(reading.topic()).stream()
                        .filter(partition -> partition.partition() == reading.partition())
                        .map(RecordedPartition::committed)
                        .flatMap(List::stream)
                        .mapToLong(LogRecord::offset)
                        .max()
                        .orElse(-1)
                + 1;
    }

    private Violation violation(Kind kind, Reading reading, long offset, String detail) {
        String place = "group %s at %s [%d] offset %d"
                .formatted(reading.group(), reading.topic(), reading.partition(), offset);
        return new Violation(kind, name(), place, detail);
    }
}
