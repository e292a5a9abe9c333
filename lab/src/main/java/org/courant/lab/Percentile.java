package org.courant.lab;

import java.util.List;

/** Percentiles of durations, by the nearest rank. */
public final class Percentile {
    private Percentile() {}

    /** A percentile of milliseconds in seconds, for a person; a dash where there are none. */
    public static String seconds(List<Long> millis, int percent) {
        if (millis.isEmpty()) {
            return "-";
        }
        List<Long> sorted = millis.stream().sorted().toList();
        int rank = (sorted.size() * percent + 99) / 100;
        return "%.1f s".formatted(sorted.get(Math.max(rank, 1) - 1) / 1000.0);
    }
}
