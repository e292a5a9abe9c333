package org.courant.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.courant.ingest.Sources;
import org.courant.schemas.Source;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PollScheduleTest {
    private static final Instant NOW = Instant.parse("2026-08-12T10:00:00Z");
    private static final Duration EVERY = Duration.ofMinutes(20);

    private final PollSchedule schedule = new PollSchedule(() -> NOW);
    private final Source feed = Sources.feed("blog", EVERY);

    @Nested
    final class AfterSuccess {
        @Test
        void theNextPollIsOneIntervalAway() {
            assertThat(schedule.afterSuccess(feed, Optional.empty())).isEqualTo(NOW.plus(EVERY));
        }

        @ParameterizedTest(name = "asked for {0}, polled after {1}")
        @CsvSource({"PT5M, PT20M", "PT2H, PT2H", "PT24H, PT24H", "P30D, PT24H"})
        void aSourceMayAskForMoreTimeUpToADay(Duration asked, Duration granted) {
            assertThat(schedule.afterSuccess(feed, Optional.of(asked))).isEqualTo(NOW.plus(granted));
        }

        @Test
        void aStaleArxivFeedDoesNotSleepThroughTheBatch() {
            Instant next = schedule.afterSuccess(Sources.arxiv("cs.AI"), Optional.of(Duration.ofHours(23)));

            assertThat(next).isEqualTo(NOW.plus(PollSchedule.LONGEST_ARXIV_FLOOR));
        }

        @Test
        void aSourceWithMoreToReadIsDueAtOnce() {
            assertThat(schedule.afterSlice()).isEqualTo(NOW);
        }
    }

    @Nested
    final class AfterFailure {
        @ParameterizedTest(name = "failure {0} waits about {1}")
        @CsvSource({"1, PT1M", "2, PT2M", "3, PT4M", "6, PT32M", "7, PT1H", "8, PT1H", "1000000, PT1H"})
        void theWaitDoublesUpToAnHour(int failures, Duration about) {
            Duration wait = Duration.between(NOW, schedule.afterFailure(feed, failures));

            assertThat(wait).isBetween(about, about.plus(about.dividedBy(10)));
        }

        @Test
        void sourcesThatFailTogetherComeBackApartAndAlwaysAlike() {
            long apart = IntStream.range(0, 50)
                    .mapToObj(i -> schedule.afterFailure(Sources.feed("feed-" + i, EVERY), 5))
                    .distinct()
                    .count();

            assertThat(apart).isGreaterThan(40);
            assertThat(schedule.afterFailure(feed, 5)).isEqualTo(schedule.afterFailure(feed, 5));
        }

        @RepeatedTest(20)
        void aLaterFailureNeverWaitsShorter(RepetitionInfo repetition) {
            Source source = Sources.feed("feed-" + repetition.getCurrentRepetition(), EVERY);

            assertThat(IntStream.rangeClosed(1, 40).mapToObj(n -> schedule.afterFailure(source, n)))
                    .isSorted();
        }
    }

    @Nested
    final class AfterThrottling {
        @Test
        void theHostsOwnTimeIsKept() {
            Instant asked = NOW.plus(Duration.ofHours(7));

            assertThat(schedule.afterThrottling(feed, Optional.of(asked), 1)).isEqualTo(asked);
        }

        @Test
        void aShortTimeDoesNotUndoTheBackoff() {
            Instant asked = NOW.plusSeconds(1);

            assertThat(schedule.afterThrottling(feed, Optional.of(asked), 4)).isEqualTo(schedule.afterFailure(feed, 4));
        }

        @Test
        void withoutATimeItIsAFailureLikeAnyOther() {
            assertThat(schedule.afterThrottling(feed, Optional.empty(), 2)).isEqualTo(schedule.afterFailure(feed, 2));
        }
    }

    @Test
    void aSourceThatIsGoneWaitsForAChangeOfItsDefinition() {
        assertThat(schedule.afterGone()).isEqualTo(PollSchedule.NEVER);
        assertThat(schedule.afterChangeOfDefinition()).isEqualTo(NOW);
    }
}
