package org.courant.cli.evaluate.dedup;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a part of the evaluation found.
 *
 * @param measures figures
 * @param merged works of different ids that were taken for one
 */
record Findings(List<Measure> measures, List<Merged> merged) {
    static final Findings NONE = new Findings(List.of(), List.of());

    Findings {
        measures = List.copyOf(measures);
        merged = List.copyOf(merged);
    }

    static Findings of(Measure... measures) {
        return new Findings(List.of(measures), List.of());
    }

    Findings and(Findings other) {
        return new Findings(
                Stream.concat(measures.stream(), other.measures.stream()).toList(),
                Stream.concat(merged.stream(), other.merged.stream()).toList());
    }
}
