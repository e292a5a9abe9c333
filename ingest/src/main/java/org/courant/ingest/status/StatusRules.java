package org.courant.ingest.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.courant.schemas.Batch;
import org.courant.schemas.Connector;
import org.courant.schemas.Source;
import org.courant.schemas.SourceState;
import org.courant.schemas.SourceStatus;

/**
 * The state of a source after a poll:
 *
 * <ul>
 *   <li>FAILED: the poll failed, whatever came before;
 *   <li>arXiv: FRESH while the feed holds today's batch (New York's today), WAITING until 06:00 there while it holds an
 *       older one, STALLED after; QUIET at weekends and when today's batch is empty;
 *   <li>any other: FRESH if something new came within the last {@value #RHYTHM_POLLS} poll intervals, else QUIET;
 *   <li>WAITING before the first poll, UNKNOWN while it is not polled at all.
 * </ul>
 */
public final class StatusRules {
    private static final int RHYTHM_POLLS = 4;

    private StatusRules() {}

    /**
     * The status to publish.
     *
     * @param previous the status published before, if any
     * @param nextPollAt when it will be polled next, empty if never
     */
    public static SourceStatus next(
            Source source,
            Optional<SourceStatus> previous,
            Observation seen,
            Instant now,
            Optional<Instant> nextPollAt) {
        Optional<Batch> batch = lastBatch(seen, previous);
        Judgement judged = judge(source, seen, batch, now);
        Instant since = previous.filter(before -> before.getState() == judged.state())
                .map(SourceStatus::getSince)
                .orElse(now);
        Optional<Instant> lastPollAt =
                seen instanceof Observation.Unasked ? previous.map(SourceStatus::getLastPollAt) : Optional.of(now);
        return SourceStatus.newBuilder()
                .setSourceId(source.getId())
                .setSourceName(source.getName())
                .setSourceKind(source.getSourceKind())
                .setState(judged.state())
                .setSince(since)
                .setLastPollAt(lastPollAt.orElse(null))
                .setNextPollAt(nextPollAt.orElse(null))
                .setLastBatch(batch.orElse(null))
                .setConsecutiveFailures(seen instanceof Observation.Unanswered unanswered ? unanswered.failures() : 0)
                .setMessage(judged.message())
                .build();
    }

    private record Judgement(SourceState state, String message) {}

    private static Optional<Batch> lastBatch(Observation seen, Optional<SourceStatus> previous) {
        Optional<Batch> now = seen instanceof Observation.Answered answered ? answered.batch() : Optional.empty();
        return now.or(() -> previous.map(SourceStatus::getLastBatch));
    }

    private static Judgement judge(Source source, Observation seen, Optional<Batch> batch, Instant now) {
        if (seen instanceof Observation.Unanswered unanswered) {
            return new Judgement(SourceState.FAILED, unanswered.reason());
        }
        if (seen instanceof Observation.Unasked unasked) {
            return new Judgement(source.getEnabled() ? SourceState.WAITING : SourceState.UNKNOWN, unasked.reason());
        }
        Observation.Answered answered = (Observation.Answered) seen;
        return source.getConnector() == Connector.ARXIV && batch.isPresent()
                ? arxiv(batch.get(), answered, now)
                : other(source, answered, now);
    }

    private static Judgement arxiv(Batch batch, Observation.Answered answered, Instant now) {
        Optional<LocalDate> today = ArxivCalendar.batchOfToday(now);
        String held = "the batch of " + batch.getDate() + " (" + batch.getExpected() + " listed, " + answered.fresh()
                + " new)";
        if (today.isEmpty()) {
            return new Judgement(
                    answered.fresh() > 0 ? SourceState.FRESH : SourceState.QUIET,
                    "holds " + held + "; arXiv announces nothing at weekends");
        }
        if (!batch.getDate().isBefore(today.get())) {
            return batch.getExpected() > 0
                    ? new Judgement(SourceState.FRESH, "holds " + held)
                    : new Judgement(SourceState.QUIET, "announces nothing for " + batch.getDate());
        }
        return ArxivCalendar.mayStillCome(now)
                ? new Judgement(SourceState.WAITING, "holds " + held + "; that of " + today.get() + " is not out yet")
                : new Judgement(
                        SourceState.STALLED,
                        "still holds " + held + " although that of " + today.get()
                                + " should have replaced it by 06:00 in New York; if it lasts, see https://status.arxiv.org");
    }

    private static Judgement other(Source source, Observation.Answered answered, Instant now) {
        Duration rhythm = Duration.ofMillis(source.getPollIntervalMillis()).multipliedBy(RHYTHM_POLLS);
        if (answered.fresh() > 0) {
            return new Judgement(
                    SourceState.FRESH,
                    "delivered " + answered.fresh() + (answered.fresh() == 1 ? " new item" : " new items"));
        }
        String since = answered.lastChangeAt().map(at -> " since " + at).orElse("");
        boolean lately = answered.lastChangeAt()
                .filter(at -> at.plus(rhythm).isAfter(now))
                .isPresent();
        return new Judgement(lately ? SourceState.FRESH : SourceState.QUIET, "answers and has nothing new" + since);
    }
}
