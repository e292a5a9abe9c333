package org.courant.cli.schemas;

import java.util.List;
import org.courant.cli.output.Table;
import org.courant.service.registry.SubjectState;

/** How the states of subjects are shown. */
final class SubjectTable {
    private SubjectTable() {}

    static Table of(List<SubjectState> states) {
        return new Table(
                List.of("subject", "state", "detail"),
                states.stream().map(SubjectTable::row).toList());
    }

    private static List<Object> row(SubjectState state) {
        if (state instanceof SubjectState.Incompatible refused) {
            return List.of(state.subject(), "incompatible", String.join("; ", refused.reasons()));
        }
        return List.of(state.subject(), state instanceof SubjectState.Registered ? "registered" : "missing", "");
    }
}
