package org.courant.ingest.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.courant.ingest.Sources;
import org.courant.schemas.Batch;
import org.courant.schemas.Source;
import org.courant.schemas.SourceState;
import org.courant.schemas.SourceStatus;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatusRulesTest {
    private static final Instant NOW = Instant.parse("2026-08-12T10:00:00Z");

    private final Source feed = Sources.feed("blog", Duration.ofHours(1));
    private final Source arxiv = Sources.arxiv("cs.AI");

    @Nested
    final class AnySource {
        @Test
        void somethingNewMakesItFresh() {
            SourceStatus status = after(feed, Optional.empty(), answered(3, NOW), NOW);

            assertThat(status.getState()).isEqualTo(SourceState.FRESH);
            assertThat(status.getMessage()).isEqualTo("delivered 3 new items");
            assertThat(status.getLastPollAt()).isEqualTo(NOW);
        }

        @ParameterizedTest(name = "{0} after the last new item it is {1}")
        @CsvSource({"PT1H, FRESH", "PT3H59M, FRESH", "PT4H, QUIET", "P40D, QUIET"})
        void itStaysFreshForFourIntervals(Duration age, SourceState state) {
            assertThat(after(feed, Optional.empty(), answered(0, NOW.minus(age)), NOW)
                            .getState())
                    .isEqualTo(state);
        }

        @Test
        void aFailureIsToldWithItsReason() {
            SourceStatus status =
                    after(feed, Optional.empty(), new Observation.Unanswered("404 at https://blog.example", 2), NOW);

            assertThat(status.getState()).isEqualTo(SourceState.FAILED);
            assertThat(status.getMessage()).isEqualTo("404 at https://blog.example");
            assertThat(status.getConsecutiveFailures()).isEqualTo(2);
        }

        @Test
        void aStateBeginsWhenItChangesAndNotWhenItIsSeenAgain() {
            Observation failure = new Observation.Unanswered("no answer", 1);
            SourceStatus first = after(feed, Optional.empty(), failure, NOW);
            SourceStatus second = after(feed, Optional.of(first), failure, NOW.plusSeconds(60));
            SourceStatus third = after(feed, Optional.of(second), answered(1, NOW), NOW.plusSeconds(120));

            assertThat(second.getSince()).isEqualTo(NOW);
            assertThat(third.getSince()).isEqualTo(NOW.plusSeconds(120));
        }

        @Test
        void whatItDeliveredLastOutlivesFailuresAndUnchangedAnswers() {
            Batch batch = new Batch(LocalDate.of(2026, 8, 12), 30, 29);
            SourceStatus delivered = after(
                    feed, Optional.empty(), new Observation.Answered(Optional.of(batch), 2, Optional.of(NOW)), NOW);
            SourceStatus failed = after(feed, Optional.of(delivered), new Observation.Unanswered("no", 1), NOW);
            SourceStatus unchanged = after(feed, Optional.of(failed), answered(0, NOW), NOW);

            assertThat(unchanged.getLastBatch()).isEqualTo(batch);
        }

        @Test
        void beforeItsFirstPollItWaitsAndDisabledItIsUnknown() {
            Observation unasked = new Observation.Unasked("waits for its first poll");
            Source disabled = Sources.changed(feed, change -> change.setEnabled(false));

            assertThat(after(feed, Optional.empty(), unasked, NOW).getState()).isEqualTo(SourceState.WAITING);
            assertThat(after(feed, Optional.empty(), unasked, NOW).getLastPollAt())
                    .isNull();
            assertThat(after(disabled, Optional.empty(), unasked, NOW).getState())
                    .isEqualTo(SourceState.UNKNOWN);
        }
    }

    /** 12 August 2026 is a Wednesday; New York is four hours behind UTC. */
    @Nested
    final class Arxiv {
        @ParameterizedTest(name = "at {0} with the batch of {1} ({2} listed) it is {3}")
        @CsvSource({
            "2026-08-12T10:00:00Z, 2026-08-12, 239, FRESH",
            "2026-08-13T03:59:00Z, 2026-08-12, 239, FRESH",
            "2026-08-13T04:01:00Z, 2026-08-12, 239, WAITING",
            "2026-08-13T09:59:00Z, 2026-08-12, 239, WAITING",
            "2026-08-13T10:00:00Z, 2026-08-12, 239, STALLED",
            "2026-08-14T20:00:00Z, 2026-08-12, 239, STALLED",
            "2026-08-15T12:00:00Z, 2026-08-14, 239, QUIET",
            "2026-08-16T12:00:00Z, 2026-08-16, 0, QUIET",
            "2026-08-17T05:00:00Z, 2026-08-14, 239, WAITING",
            "2026-08-17T11:00:00Z, 2026-08-14, 239, STALLED",
            "2026-08-17T11:00:00Z, 2026-08-17, 310, FRESH",
            "2026-12-25T15:00:00Z, 2026-12-25, 0, QUIET",
        })
        void theDateOfTheBatchDecides(Instant now, LocalDate date, int listed, SourceState state) {
            Observation seen =
                    new Observation.Answered(Optional.of(new Batch(date, listed, listed)), 0, Optional.of(NOW));

            assertThat(after(arxiv, Optional.empty(), seen, now).getState()).isEqualTo(state);
        }

        @Test
        void anUnchangedAnswerIsJudgedByTheBatchBeforeIt() {
            Batch batch = new Batch(LocalDate.of(2026, 8, 12), 239, 239);
            SourceStatus delivered = after(
                    arxiv, Optional.empty(), new Observation.Answered(Optional.of(batch), 9, Optional.of(NOW)), NOW);
            SourceStatus nextDay =
                    after(arxiv, Optional.of(delivered), answered(0, NOW), NOW.plus(Duration.ofHours(30)));

            assertThat(nextDay.getState()).isEqualTo(SourceState.STALLED);
            assertThat(nextDay.getMessage()).contains("2026-08-12").contains("2026-08-13");
        }
    }

    private static Observation answered(int fresh, Instant lastChangeAt) {
        return new Observation.Answered(Optional.empty(), fresh, Optional.of(lastChangeAt));
    }

    private static SourceStatus after(Source source, Optional<SourceStatus> before, Observation seen, Instant now) {
        return StatusRules.next(source, before, seen, now, Optional.of(now.plusSeconds(60)));
    }
}
