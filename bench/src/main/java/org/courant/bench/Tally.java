package org.courant.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.Record;

/** What a run of the stages of enrich has counted. */
final class Tally {
    private final Map<String, Long> nanos = new TreeMap<>();
    private final List<Record<?, ?>> descriptors = new ArrayList<>();

    void spent(String stage, long cpuNanos) {
        nanos.merge(stage, cpuNanos, Long::sum);
    }

    void descriptor(Record<?, ?> descriptor) {
        descriptors.add(descriptor);
    }

    /** Processor time of this thread in each stage since the last call, in nanoseconds. */
    Map<String, Long> takeNanos() {
        Map<String, Long> taken = new TreeMap<>(nanos);
        nanos.clear();
        return taken;
    }

    /** The descriptors that resolution has heard of. */
    List<Record<?, ?>> descriptors() {
        return descriptors;
    }
}
