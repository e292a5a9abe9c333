package org.courant.lab.faults.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.courant.lab.faults.check.Violation.Kind;
import org.courant.schemas.topic.Topic;
import org.courant.schemas.topic.Topics;

/**
 * A table is written where it changes and nowhere else: no record repeats the one before of its key, no tombstone
 * stands where nothing is, and all records of a key are in one partition.
 *
 * @param topic which table
 */
record NoRepeats(String name, Function<Topics, Topic<?>> topic) implements Invariant {
    @Override
    public List<Violation> violations(Run run) {
        List<Violation> found = new ArrayList<>();
        run.faulty().byKey(topic.apply(run.topics()).name()).values().forEach(records -> judge(records, found));
        return found;
    }

    private void judge(List<KeyedRecord> records, List<Violation> found) {
        KeyedRecord first = records.get(0);
        if (first.isTombstone()) {
            found.add(new Violation(Kind.INVENTED, name, first.place(), "withdraws what has never been there"));
        }
        for (int i = 1; i < records.size(); i++) {
            KeyedRecord before = records.get(i - 1);
            KeyedRecord record = records.get(i);
            if (record.partition() != before.partition()) {
                found.add(new Violation(
                        Kind.REORDERED, name, record.place(), "its key stands elsewhere too: " + before.place()));
            } else if (Objects.equals(before.raw().value(), record.raw().value())) {
                found.add(new Violation(Kind.DOUBLED, name, record.place(), "repeats " + before.place()));
            }
        }
    }
}
