package org.courant.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.Record;

/** What a run of the stages of matching has counted. */
final class Tally {
    private final Map<String, Long> nanos = new TreeMap<>();
    private final List<Record<?, ?>> matches = new ArrayList<>();
    private long sketches;

    void spent(String stage, long cpuNanos) {
        nanos.merge(stage, cpuNanos, Long::sum);
    }

    void sketch() {
        sketches++;
    }

    void match(Record<?, ?> match) {
        matches.add(match);
    }

    /** Processor time of this thread in each stage since the last call, in nanoseconds. */
    Map<String, Long> takeNanos() {
        Map<String, Long> taken = new TreeMap<>(nanos);
        nanos.clear();
        return taken;
    }

    /** The matches that the graph has heard of. */
    List<Record<?, ?>> matches() {
        return matches;
    }

    long sketches() {
        return sketches;
    }
}
