package org.courant.enrich.languagemodel.ask;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.courant.enrich.languagemodel.ModelVersion;
import org.courant.schemas.Summary;
import org.courant.schemas.SummaryRequest;
import org.jspecify.annotations.Nullable;

/**
 * One partition of requests with the partition of summaries of the same number: what is open, what is answered, what
 * may be spent. The summaries are read to their end before the first request is looked at, and followed then, so
 * nothing is asked that has been answered, by whomever.
 *
 * <p>Memory: {@value #MOST_OPEN} open requests, and a hash of 64 characters for each answered text of this model and
 * prompt, which are at most as many a day as the budget allows.
 */
final class Lane {
    /** More stay in Kafka until there is room. */
    static final int MOST_OPEN = 64;

    private final ModelVersion version;
    private final Budget budget;
    private final Set<String> answered = new HashSet<>();
    private final TreeMap<Long, OpenRequest> open = new TreeMap<>();
    private final Map<String, Long> offsets = new HashMap<>();

    /** Keys whose requests the budget has been charged with, and whose summaries have not been read back yet. */
    private final Set<String> paid = new HashSet<>();

    /** Offset behind the last request that was read; negative before the first. */
    private long position = -1;

    Lane(ModelVersion version, Budget budget) {
        this.version = version;
        this.budget = budget;
    }

    int budgetLeft(Instant now) {
        return budget.left(now);
    }

    /** A request is made. */
    void spend(OpenRequest request, Instant now) {
        request.asked();
        budget.spend(1, now);
        paid.add(request.key());
    }

    /** A request of that time has cost nothing. */
    void refund(OpenRequest request, Instant made) {
        request.turnedAway();
        budget.refund(made);
    }

    /** A summary is on the topic. */
    void answered(String key, @Nullable Summary summary) {
        if (summary != null && !paid.remove(key)) {
            budget.spend(summary.getRequests(), summary.getCreatedAt());
        }
        if (version.made(key)) {
            if (summary == null) {
                answered.remove(ModelVersion.hashIn(key));
            } else {
                done(key);
            }
        }
    }

    /** A request has its answer. */
    void done(String key) {
        answered.add(ModelVersion.hashIn(key));
        drop(key);
    }

    /** A record of the requests has been read. */
    void requested(long offset, String key, @Nullable SummaryRequest request) {
        position = offset + 1;
        if (request == null) {
            drop(key);
        } else if (version.made(key) && !answered.contains(ModelVersion.hashIn(key)) && !offsets.containsKey(key)) {
            open.put(offset, new OpenRequest(key, request));
            offsets.put(key, offset);
        }
    }

    /** A record of the requests that means nothing has been read. */
    void skipped(long offset) {
        position = offset + 1;
    }

    /** The oldest open request that may be asked now. */
    Optional<OpenRequest> next(Instant now, Predicate<String> isAsked) {
        if (budget.left(now) == 0) {
            return Optional.empty();
        }
        return open.values().stream()
                .filter(request -> request.isDue(now) && !isAsked.test(request.key()))
                .findFirst();
    }

    boolean isFull() {
        return open.size() >= MOST_OPEN;
    }

    int openRequests() {
        return open.size();
    }

    /** What to commit: where a successor has to begin; negative where nothing has been read. */
    long begin() {
        return open.isEmpty() ? position : open.firstKey();
    }

    private void drop(String key) {
        Long offset = offsets.remove(key);
        if (offset != null) {
            open.remove(offset);
        }
    }
}
