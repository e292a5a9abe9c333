package org.courant.lab.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.courant.lab.faults.check.Violation.Kind;
import org.courant.lab.faults.history.LogRecord;
import org.courant.lab.faults.history.Observation;
import org.courant.lab.faults.history.RecordedPartition;

/**
 * A consumer of committed records that watched the run was handed each committed record once, in order, and nothing
 * else (after {@code jepsen.tests.kafka}: aborted reads, lost writes, non-monotonic polls).
 */
final class CommittedOnly implements Invariant {
    @Override
    public String name() {
        return "committed-only";
    }

    @Override
    public List<Violation> violations(Run run) {
        Map<String, List<Long>> handed = new HashMap<>();
        for (Observation seen : run.history().observations()) {
            handed.computeIfAbsent(place(seen.topic(), seen.partition()), name -> new ArrayList<>())
                    .add(seen.offset());
        }
        List<Violation> found = new ArrayList<>();
        run.history().topics().forEach(topic -> {
            boolean watched = topic.partitions().stream()
                    .anyMatch(partition -> handed.containsKey(place(topic.name(), partition.partition())));
            if (watched) {
                topic.partitions().forEach(partition -> {
                    String place = place(topic.name(), partition.partition());
                    compare(place, partition, handed.getOrDefault(place, List.of()), found);
                });
            }
        });
        return found;
    }

    private void compare(String place, RecordedPartition partition, List<Long> handed, List<Violation> found) {
        Set<Long> committed = new HashSet<>();
        partition.committed().forEach(record -> committed.add(record.offset()));
        long before = -1;
        for (long offset : handed) {
            if (!committed.contains(offset)) {
                found.add(new Violation(
                        Kind.ABORTED,
                        name(),
                        place + " offset " + offset,
                        "a reader of committed records was handed it, and it is not committed"));
            }
            if (offset <= before) {
                found.add(new Violation(
                        offset == before ? Kind.DOUBLED : Kind.REORDERED,
                        name(),
                        place + " offset " + offset,
                        "handed out after offset " + before));
            }
            before = offset;
        }
        Set<Long> seen = new HashSet<>(handed);
        for (LogRecord record : partition.committed()) {
            if (!seen.contains(record.offset())) {
                found.add(new Violation(
                        Kind.LOST,
                        name(),
                        place + " offset " + record.offset(),
                        "committed, and never handed to the reader that was there from the beginning"));
            }
        }
    }

    private static String place(String topic, int partition) {
        return topic + " [" + partition + "]";
    }
}
