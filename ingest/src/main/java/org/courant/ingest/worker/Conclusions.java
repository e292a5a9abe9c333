package org.courant.ingest.worker;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.courant.ingest.schedule.PollSchedule;
import org.courant.ingest.source.Fetched;
import org.courant.ingest.status.Observation;
import org.courant.ingest.status.StatusRules;
import org.courant.schemas.Batch;
import org.courant.schemas.Connector;
import org.courant.schemas.Source;
import org.courant.schemas.SourceCursor;
import org.courant.schemas.SourceStatus;

/** What a poll comes to: a pure function of the answer and of what was known before. */
final class Conclusions {
    private final Source source;
    private final SourceCursor cursor;
    private final Instant now;
    private final PollSchedule schedule;

    /** @param now when the poll ended */
    Conclusions(Source source, SourceCursor cursor, Instant now) {
        this.source = source;
        this.cursor = cursor;
        this.now = now;
        this.schedule = new PollSchedule(InstantSource.fixed(now));
    }

    Delivery of(Fetched fetched, SeenItems seen) {
        if (fetched instanceof Fetched.Items items) {
            return delivered(items, Novelties.of(source, items, seen));
        }
        if (fetched instanceof Fetched.NotModified unchanged) {
            SourceCursor.Builder next = succeeded(Cursors.changed(cursor, unchanged.change()))
                    .setNextPollAt(
                            schedule.afterSuccess(source, unchanged.change().atLeast()));
            return withoutItems(next, answered(Optional.empty(), 0, lastChange()), "not-modified");
        }
        if (fetched instanceof Fetched.Throttled throttled) {
            SourceCursor.Builder next = failed().setGroupHeldUntil(
                            throttled.retryAt().orElse(null))
                    .setNextPollAt(schedule.afterThrottling(source, throttled.retryAt(), failures()));
            return withoutItems(next, new Observation.Unanswered(throttled.reason(), failures()), "throttled");
        }
        if (fetched instanceof Fetched.Gone gone) {
            SourceCursor.Builder next = failed().setGone(true).setNextPollAt(schedule.afterGone());
            return withoutItems(next, new Observation.Unanswered(gone.reason(), failures()), "gone");
        }
        String reason = ((Fetched.Failed) fetched).reason();
        SourceCursor.Builder next = failed().setNextPollAt(schedule.afterFailure(source, failures()));
        return withoutItems(next, new Observation.Unanswered(reason, failures()), "failed");
    }

    private Delivery delivered(Fetched.Items answer, Novelties novelties) {
        int fresh = novelties.items().size();
        Optional<Instant> lastChange = fresh > 0 ? Optional.of(now) : lastChange();
        SourceCursor.Builder next = succeeded(Cursors.changed(cursor, answer.change()))
                .setLastChangeAt(lastChange.orElse(null))
                .setNextPollAt(
                        answer.more()
                                ? schedule.afterSlice()
                                : schedule.afterSuccess(source, answer.change().atLeast()));
        Batch batch = batch(answer, answer.items().size() - novelties.conflicting());
        Observation seen = answered(Optional.of(batch), fresh, lastChange);
        return new Delivery(
                source,
                novelties.items(),
                novelties.rejected(),
                novelties.unchanged(),
                withStatus(next, seen),
                "items",
                answer.more());
    }

    private Delivery withoutItems(SourceCursor.Builder next, Observation seen, String outcome) {
        return new Delivery(source, List.of(), List.of(), 0, withStatus(next, seen), outcome, false);
    }

    /** Slices of one import add up to one batch. */
    private Batch batch(Fetched.Items answer, int got) {
        SourceStatus status = cursor.getStatus();
        Batch before = status == null ? null : status.getLastBatch();
        if (before == null || !Cursors.isBetweenSlices(cursor)) {
            return new Batch(answer.batchDate(), answer.listed(), got);
        }
        return new Batch(answer.batchDate(), answer.listed() + before.getExpected(), got + before.getGot());
    }

    private SourceCursor withStatus(SourceCursor.Builder next, Observation seen) {
        Optional<Instant> nextPollAt = Optional.of(next.getNextPollAt()).filter(at -> !at.equals(PollSchedule.NEVER));
        SourceStatus status = StatusRules.next(source, Optional.ofNullable(cursor.getStatus()), seen, now, nextPollAt);
        return next.setStatus(status).build();
    }

    private SourceCursor.Builder succeeded(SourceCursor.Builder next) {
        return asked(next).setLastSuccessAt(now).setConsecutiveFailures(0);
    }

    private SourceCursor.Builder failed() {
        return asked(SourceCursor.newBuilder(cursor)).setConsecutiveFailures(failures());
    }

    private SourceCursor.Builder asked(SourceCursor.Builder next) {
        return next.setGroupHeldUntil(null)
                .setLastRequestAt(source.getConnector() == Connector.FILE ? cursor.getLastRequestAt() : now);
    }

    private int failures() {
        return cursor.getConsecutiveFailures() + 1;
    }

    private Optional<Instant> lastChange() {
        return Optional.ofNullable(cursor.getLastChangeAt());
    }

    private static Observation answered(Optional<Batch> batch, int fresh, Optional<Instant> lastChange) {
        return new Observation.Answered(batch, fresh, lastChange);
    }
}
