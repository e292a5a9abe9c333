package org.courant.lab.faults.check;

import java.util.ArrayList;
import java.util.List;
import org.courant.lab.faults.check.Violation.Kind;

/** After the calm no transaction is open and nothing has been waited for in vain. */
final class NothingHangs implements Invariant {
    @Override
    public String name() {
        return "nothing-hangs";
    }

    @Override
    public List<Violation> violations(Run run) {
        List<Violation> found = new ArrayList<>();
        run.history().hung().forEach(line -> found.add(new Violation(Kind.HUNG, name(), "the system", line)));
        run.history()
                .topics()
                .forEach(topic -> topic.partitions().stream()
                        .filter(partition -> partition.stable() < partition.end())
                        .forEach(partition -> found.add(new Violation(
                                Kind.HUNG,
                                name(),
                                "%s [%d] offset %d".formatted(topic.name(), partition.partition(), partition.stable()),
                                "a transaction is open: readers of committed records wait here, before the end at "
                                        + partition.end()))));
        return found;
    }
}
