package org.courant.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeedPauseTest {
    private static final Instant NOW = Instant.parse("2025-10-03T12:40:00Z");

    @Test
    void ttlHoldsUpToADay() {
        assertThat(pause(Optional.of(Duration.ofMinutes(90)), Set.of())).contains(Duration.ofMinutes(90));
        assertThat(pause(Optional.of(Duration.ofDays(400)), Set.of())).contains(Duration.ofHours(24));
    }

    @Test
    void hoursToSkipLastUntilTheNextOther() {
        assertThat(pause(Optional.empty(), Set.of(12, 13, 14))).contains(Duration.ofMinutes(140));
        assertThat(pause(Optional.empty(), Set.of(13, 14))).isEmpty();
        assertThat(FeedPause.of(
                        feed(Optional.empty(), Set.of(23, 0)), Optional.empty(), Instant.parse("2025-10-03T23:30:00Z")))
                .contains(Duration.ofMinutes(90));
    }

    @Test
    void aFeedThatSkipsEveryHourIsAskedAllTheSame() {
        Set<Integer> all = IntStream.range(0, 24).boxed().collect(Collectors.toSet());
        assertThat(pause(Optional.empty(), all)).isEmpty();
    }

    @Test
    void theLongestWishHolds() {
        ParsedFeed feed = feed(Optional.of(Duration.ofMinutes(10)), Set.of(12));
        assertThat(FeedPause.of(feed, Optional.of(Duration.ofMinutes(60)), NOW)).contains(Duration.ofHours(1));
    }

    private static Optional<Duration> pause(Optional<Duration> ttl, Set<Integer> skipHours) {
        return FeedPause.of(feed(ttl, skipHours), Optional.empty(), NOW);
    }

    private static ParsedFeed feed(Optional<Duration> ttl, Set<Integer> skipHours) {
        return new ParsedFeed("", "", List.of(), ttl, skipHours);
    }
}
