package org.courant.publish.json;

import java.time.Instant;
import org.courant.schemas.Batch;
import org.courant.schemas.SourceStatus;
import org.jspecify.annotations.Nullable;

/** How a source is doing, as JSON: the fields of the contract under their names, times as ISO 8601. */
public record SourceJson(
        String sourceId,
        String sourceName,
        String sourceKind,
        String state,
        String since,
        @Nullable String lastPollAt,
        @Nullable String nextPollAt,
        @Nullable LastBatch lastBatch,
        int consecutiveFailures,
        String message) {
    public record LastBatch(String date, int expected, int got) {}

    public static SourceJson of(SourceStatus status) {
        return new SourceJson(
                status.getSourceId(),
                status.getSourceName(),
                status.getSourceKind().name(),
                status.getState().name(),
                status.getSince().toString(),
                iso(status.getLastPollAt()),
                iso(status.getNextPollAt()),
                batch(status.getLastBatch()),
                status.getConsecutiveFailures(),
                status.getMessage());
    }

    private static @Nullable LastBatch batch(@Nullable Batch batch) {
        return batch == null ? null : new LastBatch(batch.getDate().toString(), batch.getExpected(), batch.getGot());
    }

    private static @Nullable String iso(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
