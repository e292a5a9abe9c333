package org.courant.lab.faults.check;

import java.util.ArrayList;
import java.util.List;
import org.courant.lab.faults.check.Violation.Kind;
import org.courant.lab.faults.history.LogRecord;
import org.courant.lab.faults.history.RecordedPartition;

/**
 * The last record of each partition is followed by the marker of a transaction, which takes an offset that no reader is
 * handed. A record without was visible before anybody had decided that it should be.
 */
final class WrittenInTransactions implements Invariant {
    @Override
    public String name() {
        return "written-in-transactions";
    }

    @Override
    public List<Violation> violations(Run run) {
        List<Violation> found = new ArrayList<>();
        for (String topic : List.of(
                run.topics().sourceItems().name(),
                run.topics().sourceSeen().name(),
                run.topics().stories().name(),
                run.topics().rejections().name(),
                run.topics().digestEntries().name(),
                run.topics().digestEditions().name())) {
            for (RecordedPartition partition : run.faulty().partitions(topic)) {
                judge(run, topic, partition, found);
            }
        }
        return found;
    }

    private void judge(Run run, String topic, RecordedPartition partition, List<Violation> found) {
        List<LogRecord> records = partition.records();
        if (records.isEmpty()) {
            return;
        }
        LogRecord last = records.get(records.size() - 1);
        if (partition.end() == last.offset() + 1 && !run.faulty().isPoison(topic, partition.partition(), last)) {
            found.add(new Violation(
                    Kind.DIFFERENT,
                    name(),
                    "%s [%d] offset %d".formatted(topic, partition.partition(), last.offset()),
                    "no marker follows it: it was written outside of a transaction"));
        }
    }
}
