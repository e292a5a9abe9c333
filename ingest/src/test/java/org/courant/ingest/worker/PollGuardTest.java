package org.courant.ingest.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.courant.ingest.Sources;
import org.courant.ingest.http.Answer;
import org.courant.ingest.source.Fetched;
import org.courant.ingest.source.Poll;
import org.courant.ingest.source.SourceConnector;
import org.courant.schemas.Source;
import org.junit.jupiter.api.Test;

final class PollGuardTest {
    private final Source source = Sources.feed("blog", Duration.ofHours(1));
    private final Poll poll = new Poll(
            source,
            Cursors.under(source, Optional.empty(), Instant.EPOCH),
            (uri, conditions, accept) -> new Answer.Failed(0, "not asked", Optional.empty()),
            Instant.EPOCH);
    private final CountDownLatch begun = new CountDownLatch(1);

    private final SourceConnector endless = any -> {
        begun.countDown();
        new CountDownLatch(1).await();
        return new Fetched.Gone("never");
    };

    @Test
    void aPollThatTakesTooLongHasFailed() throws InterruptedException {
        try (PollGuard guard = new PollGuard(Duration.ofMillis(50), "test")) {
            assertThat(guard.poll(endless, poll))
                    .isInstanceOfSatisfying(
                            Fetched.Failed.class,
                            failed -> assertThat(failed.reason()).contains("ingest.poll-timeout"));
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            assertThat(guard.poll(any -> new Fetched.Gone("next"), poll)).isEqualTo(new Fetched.Gone("next"));
        }
    }

    @Test
    void aPollThatIsAbandonedEndsAndNoneFollows() {
        try (PollGuard guard = new PollGuard(Duration.ofMinutes(1), "test")) {
            Thread other = new Thread(() -> {
                try {
                    begun.await();
                } catch (InterruptedException impossible) {
                    throw new IllegalStateException(impossible);
                }
                guard.abandon();
            });
            other.start();

            assertThatThrownBy(() -> guard.poll(endless, poll)).isInstanceOf(InterruptedException.class);
            assertThatThrownBy(() -> guard.poll(any -> new Fetched.Gone("next"), poll))
                    .isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void aConnectorThatAnswersAnInterruptWithAFailureIsAbandonedAllTheSame() {
        try (PollGuard guard = new PollGuard(Duration.ofMinutes(1), "test")) {
            assertThatThrownBy(() -> guard.poll(
                            any -> {
                                guard.abandon();
                                return new Fetched.Failed("interrupted");
                            },
                            poll))
                    .isInstanceOf(InterruptedException.class);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    @Test
    void aConnectorThatOverflowsTheStackIsAFailedPollAndTheNextGoesOn() throws InterruptedException {
        try (PollGuard guard = new PollGuard(Duration.ofMinutes(1), "test")) {
            assertThat(guard.poll(any -> endlessly(0), poll))
                    .isInstanceOfSatisfying(
                            Fetched.Failed.class,
                            failed -> assertThat(failed.reason()).contains("StackOverflowError"));
            assertThat(guard.poll(any -> new Fetched.Gone("next"), poll)).isEqualTo(new Fetched.Gone("next"));
        }
    }

    @Test
    void whatBreaksTheJvmIsNoFailedPoll() {
        try (PollGuard guard = new PollGuard(Duration.ofMinutes(1), "test")) {
            assertThatThrownBy(() -> guard.poll(
                            any -> {
                                throw new OutOfMemoryError("test");
                            },
                            poll))
                    .isInstanceOf(OutOfMemoryError.class);
        }
    }

    @SuppressWarnings("InfiniteRecursion")
    private static Fetched endlessly(int depth) {
        return endlessly(depth + 1);
    }

    @Test
    void aBugInAConnectorIsAFailedPoll() throws InterruptedException {
        try (PollGuard guard = new PollGuard(Duration.ofMinutes(1), "test")) {
            Fetched fetched = guard.poll(
                    any -> {
                        throw new IllegalStateException("bug");
                    },
                    poll);

            assertThat(fetched)
                    .isInstanceOfSatisfying(
                            Fetched.Failed.class,
                            failed -> assertThat(failed.reason()).contains("bug"));
        }
    }
}
