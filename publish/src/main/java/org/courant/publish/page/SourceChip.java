package org.courant.publish.page;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.courant.publish.view.DigestView;
import org.courant.schemas.Batch;
import org.courant.schemas.SourceState;
import org.courant.schemas.SourceStatus;

/**
 * How a source is doing, in a few words.
 *
 * @param state lower-case name of the state, which is also a class of the style sheet
 * @param missing {@code 118 of 120} where it has not delivered all that it listed, else empty
 * @param message what happened and what to do, empty if nothing needs to be said
 * @param explanation all of it in one line
 */
public record SourceChip(String name, String state, String missing, String message, String explanation) {
    static List<SourceChip> all(DigestView view, Instant now) {
        return view.sources().stream()
                .sorted(Comparator.comparing(SourceStatus::getSourceName).thenComparing(SourceStatus::getSourceId))
                .map(status -> of(status, now))
                .toList();
    }

    private static SourceChip of(SourceStatus status, Instant now) {
        Batch batch = status.getLastBatch();
        String state = status.getState().name().toLowerCase(Locale.ROOT);
        Moment since = Moment.of(status.getSince(), now);
        String delivered = batch == null ? "" : batch.getGot() + " of " + batch.getExpected();
        return new SourceChip(
                status.getSourceName(),
                state,
                batch == null || batch.getGot() >= batch.getExpected() ? "" : delivered,
                status.getMessage(),
                Stream.of(
                                "%s since %s (%s)".formatted(state, since.exact(), since.age()),
                                delivered.isEmpty() ? "" : delivered + " items delivered for " + batch.getDate(),
                                status.getMessage())
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining("; ")));
    }

    /** Whether a reader should know, since entries may be missing. */
    public boolean needsAttention() {
        return state.equals(SourceState.FAILED.name().toLowerCase(Locale.ROOT))
                || state.equals(SourceState.STALLED.name().toLowerCase(Locale.ROOT));
    }
}
