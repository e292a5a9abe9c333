package org.courant.publish.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.courant.schemas.Batch;
import org.courant.schemas.SourceState;
import org.courant.schemas.SourceStatus;

/**
 * How a source is doing, in a few words.
 *
 * @param state what it says of itself, which is also a class of the style sheet; {@code overdue} if it has stopped to
 *     say anything
 * @param word the state in a reader's words
 * @param missing {@code 118 of 120} where it has not delivered all that it listed, else empty
 * @param sentence for a reader who wonders what is missing
 * @param explanation all of it in one line
 */
public record SourceChip(String name, String state, String word, String missing, String sentence, String explanation) {
    /** A poll may be late by as much before its source counts as overdue: hosts ask for patience. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final String OVERDUE = "overdue";

    static SourceChip of(SourceStatus status, Instant now) {
        Batch batch = status.getLastBatch();
        String state =
                isOverdue(status, now) ? OVERDUE : status.getState().name().toLowerCase(Locale.ROOT);
        String delivered = batch == null ? "" : batch.getGot() + " of " + batch.getExpected();
        return new SourceChip(
                status.getSourceName(),
                state,
                word(state),
                batch == null || batch.getGot() >= batch.getExpected() ? "" : delivered,
                sentence(state, status, now),
                Stream.of(
                                word(state) + " since " + since(status, now),
                                delivered.isEmpty() ? "" : delivered + " items delivered for " + batch.getDate(),
                                status.getMessage())
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining("; ")));
    }

    /** Whether nobody polls it any more: then what it last said of itself tells nothing. */
    private static boolean isOverdue(SourceStatus status, Instant now) {
        Instant next = status.getNextPollAt();
        return next != null && next.plus(PATIENCE).isBefore(now);
    }

    private static String word(String state) {
        return switch (state) {
            case "stalled", OVERDUE -> "stale";
            case "failed" -> "failing";
            default -> state;
        };
    }

    private static String sentence(String state, SourceStatus status, Instant now) {
        Instant lastPoll = status.getLastPollAt();
        return switch (state) {
            case OVERDUE ->
                "is stale: last polled "
                        + (lastPoll == null ? "never" : Age.of(lastPoll, now))
                        + ". Entries may be missing until ingestion runs again.";
            case "stalled", "failed" ->
                "has been %s since %s".formatted(word(state), since(status, now)) + reason(status);
            default -> "is " + word(state);
        };
    }

    private static String since(SourceStatus status, Instant now) {
        Moment since = Moment.of(status.getSince(), now);
        return since.exact() + " (" + since.age() + ")";
    }

    private static String reason(SourceStatus status) {
        return status.getMessage().isBlank() ? "." : ": " + status.getMessage();
    }

    /** Whether a reader should know, since entries may be missing. */
    public boolean needsAttention() {
        return state.equals(SourceState.FAILED.name().toLowerCase(Locale.ROOT))
                || state.equals(SourceState.STALLED.name().toLowerCase(Locale.ROOT))
                || state.equals(OVERDUE);
    }
}
