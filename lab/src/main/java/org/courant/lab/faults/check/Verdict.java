package org.courant.lab.faults.check;

import java.util.List;
import org.courant.lab.faults.check.Violation.Kind;

/**
 * What a run was found to be.
 *
 * @param violations in the order of the invariants; empty for a run without objection
 * @param witness whether its faults did anything
 */
public record Verdict(List<Violation> violations, Witness witness) {
    public Verdict {
        violations = List.copyOf(violations);
    }

    public boolean isClean() {
        return violations.isEmpty();
    }

    public long count(Kind kind) {
        return violations.stream().filter(violation -> violation.kind() == kind).count();
    }

    /** Names of the invariants that were violated, in their order, each once. */
    public List<String> invariants() {
        return violations.stream().map(Violation::invariant).distinct().toList();
    }
}
