package org.courant.lab.faults.check;

import java.util.List;
import org.courant.lab.faults.check.Violation.Kind;

/** No source complains of how it was asked. */
final class Etiquette implements Invariant {
    @Override
    public String name() {
        return "etiquette";
    }

    @Override
    public List<Violation> violations(Run run) {
        return run.history().etiquette().stream()
                .map(line -> new Violation(Kind.IMPOLITE, name(), "the sources", line))
                .toList();
    }
}
