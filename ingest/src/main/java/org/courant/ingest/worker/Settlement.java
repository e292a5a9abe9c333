package org.courant.ingest.worker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.courant.ingest.status.Observation;
import org.courant.ingest.status.StatusRules;
import org.courant.schemas.Source;
import org.courant.schemas.SourceCursor;
import org.courant.schemas.SourceStatus;

/** Brings cursors and statuses in line with the definitions, after those were read or have changed. */
final class Settlement {
    private Settlement() {}

    /** Changes the state, and returns the cursors that have to be written. */
    static List<SourceCursor> of(PartitionState state, Instant now) {
        List<SourceCursor> changed = new ArrayList<>();
        for (Source source : state.sources()) {
            Optional<SourceCursor> stored = state.cursor(source.getId());
            SourceCursor cursor = Cursors.under(source, stored, now);
            if (stored.isEmpty() || !cursor.equals(stored.get())) {
                changed.add(withStatus(source, cursor, now));
            }
        }
        state.cursors().stream()
                .filter(cursor -> cursor.getStatus() != null && !state.defines(cursor.getSourceId()))
                .map(cursor -> SourceCursor.newBuilder(cursor).setStatus(null).build())
                .forEach(changed::add);
        changed.forEach(state::put);
        return changed;
    }

    /** The cursors of all sources, with a status that says why they are not polled any more. */
    static List<SourceCursor> ended(PartitionState state, String reason, Instant now) {
        return state.sources().stream()
                .flatMap(source -> state.cursor(source.getId()).stream()
                        .map(cursor -> SourceCursor.newBuilder(cursor)
                                .setStatus(StatusRules.next(
                                        source,
                                        Optional.ofNullable(cursor.getStatus()),
                                        new Observation.Unanswered(reason, cursor.getConsecutiveFailures()),
                                        now,
                                        Optional.empty()))
                                .build()))
                .toList();
    }

    private static SourceCursor withStatus(Source source, SourceCursor cursor, Instant now) {
        Optional<SourceStatus> before = Optional.ofNullable(cursor.getStatus());
        Optional<Instant> next = Optional.of(cursor.getNextPollAt()).filter(at -> source.getEnabled());
        SourceStatus status =
                StatusRules.next(source, before, new Observation.Unasked(reason(source, cursor)), now, next);
        return SourceCursor.newBuilder(cursor).setStatus(status).build();
    }

    private static String reason(Source source, SourceCursor cursor) {
        if (!source.getEnabled()) {
            return "not polled: 'enabled' is false in its definition";
        }
        boolean polled = cursor.getStatus() != null && cursor.getStatus().getLastPollAt() != null;
        return !polled ? "waits for its first poll" : "waits for its first poll since its definition changed";
    }
}
