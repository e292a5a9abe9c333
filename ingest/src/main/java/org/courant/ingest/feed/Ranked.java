package org.courant.ingest.feed;

import org.jspecify.annotations.Nullable;

/** The value with the highest rank that was offered; of equals the first. */
final class Ranked<T> {
    private @Nullable T value;
    private int best;

    boolean wouldTake(int rank) {
        return value == null || rank > best;
    }

    void offer(T candidate, int rank, boolean useful) {
        if (useful && wouldTake(rank)) {
            value = candidate;
            best = rank;
        }
    }

    @Nullable T value() {
        return value;
    }

    T orElse(T other) {
        return value == null ? other : value;
    }
}
