package org.courant.lab.faults.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.courant.lab.faults.history.EventKind;
import org.courant.lab.faults.history.RecordedHistory;

/** From each fault to the next record of the digest that a continuous reader is given. */
final class Gaps {
    private final Map<EventKind, List<Duration>> byKind;

    private Gaps(Map<EventKind, List<Duration>> byKind) {
        this.byKind = byKind;
    }

    /** @param topic the one whose records count as output */
    static Gaps of(RecordedHistory history, String topic) {
        TreeSet<Instant> outputs = new TreeSet<>();
        history.observations().stream()
                .filter(each -> each.topic().equals(topic))
                .forEach(each -> outputs.add(each.at()));
        Map<EventKind, List<Duration>> byKind = new EnumMap<>(EventKind.class);
        history.events().forEach(event -> {
            Instant next = outputs.higher(event.at());
            if (next != null) {
                byKind.computeIfAbsent(event.kind(), kind -> new ArrayList<>()).add(Duration.between(event.at(), next));
            }
        });
        byKind.values().forEach(gaps -> gaps.sort(null));
        return new Gaps(byKind);
    }

    /** Such as {@code p50 0.4 s p99 7.1 s}. */
    String line(EventKind kind) {
        List<Duration> gaps = byKind.getOrDefault(kind, List.of());
        return gaps.isEmpty() ? "unknown" : "p50 %.1f s p99 %.1f s".formatted(seconds(gaps, 50), seconds(gaps, 99));
    }

    private static double seconds(List<Duration> sorted, int percent) {
        int rank = (sorted.size() * percent + 99) / 100;
        return sorted.get(Math.max(rank, 1) - 1).toMillis() / 1000.0;
    }
}
