package org.courant.lab.faults.check;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.courant.lab.faults.history.EventKind;
import org.courant.lab.faults.history.RecordedHistory;

/**
 * What shows that faults did something: records of aborted transactions, by topic, and how often each kind of fault was
 * made. Without an aborted record no fault hit a transaction, and the run proves nothing about transactions.
 *
 * @param aborted records by topic; topics without any are left out
 * @param events by kind
 */
public record Witness(Map<String, Long> aborted, Map<EventKind, Long> events) {
    public static Witness of(RecordedHistory history) {
        Map<String, Long> aborted = new TreeMap<>();
        history.topics()
                .forEach(topic -> topic.partitions().forEach(partition -> {
                    long count = partition.uncommitted().stream()
                            .filter(record -> record.offset() < partition.stable())
                            .count();
                    if (count > 0) {
                        aborted.merge(topic.name(), count, Long::sum);
                    }
                }));
        Map<EventKind, Long> events = new EnumMap<>(EventKind.class);
        history.events().forEach(event -> events.merge(event.kind(), 1L, Long::sum));
        return new Witness(aborted, events);
    }

    public boolean isProof() {
        return !aborted.isEmpty();
    }

    /** One line for a person. */
    @Override
    public String toString() {
        return isProof()
                ? "witness: aborted records " + aborted + ", events " + events
                : "no witness: no record was aborted, so no fault hit a transaction and this run is no proof";
    }
}
