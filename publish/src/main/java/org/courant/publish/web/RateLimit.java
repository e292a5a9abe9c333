package org.courant.publish.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Limits how often one client may ask: each has a bucket of tokens that fills up evenly, and a request takes one. The
 * buckets of clients that have not asked for longest are forgotten, so memory is bounded whoever asks.
 */
final class RateLimit {
    private static final int MOST_CLIENTS = 10_000;
    private static final double NANOS_PER_MINUTE = Duration.ofMinutes(1).toNanos();

    private final int perMinute;
    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    /** @param perMinute 0 for no limit */
    RateLimit(int perMinute, LongSupplier nanoTime) {
        this.perMinute = perMinute;
        this.nanoTime = nanoTime;
    }

    private record Bucket(double tokens, long at) {}

    /** Takes a token; returns how long to wait where there is none, else zero. */
    synchronized Duration take(String client) {
        if (perMinute == 0) {
            return Duration.ZERO;
        }
        long now = nanoTime.getAsLong();
        Bucket before = buckets.getOrDefault(client, new Bucket(perMinute, now));
        double tokens = Math.min(perMinute, before.tokens() + (now - before.at()) * perMinute / NANOS_PER_MINUTE);
        if (tokens < 1) {
            buckets.put(client, new Bucket(tokens, now));
            return Duration.ofNanos((long) ((1 - tokens) * NANOS_PER_MINUTE / perMinute));
        }
        buckets.put(client, new Bucket(tokens - 1, now));
        return Duration.ZERO;
    }

    synchronized int clients() {
        return buckets.size();
    }
}
