package org.courant.ingest.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/** How long a feed asks to be left alone: its ttl and skipHours up to a day, or what its server asks for. */
public final class FeedPause {
    private static final Duration MOST = Duration.ofHours(24);

    private FeedPause() {}

    public static Optional<Duration> of(ParsedFeed feed, Optional<Duration> cacheMaxAge, Instant now) {
        return Stream.of(feed.ttl().map(ttl -> shorter(ttl, MOST)), skipped(feed, now), cacheMaxAge)
                .flatMap(Optional::stream)
                .max(Duration::compareTo);
    }

    /** Until the next full hour that is not to be skipped. */
    private static Optional<Duration> skipped(ParsedFeed feed, Instant now) {
        int hour = now.atOffset(ZoneOffset.UTC).getHour();
        int hours = 0;
        while (hours < 24 && feed.skipHours().contains((hour + hours) % 24)) {
            hours++;
        }
        Instant fullHour = Instant.ofEpochSecond(now.getEpochSecond() / 3600 * 3600);
        Duration wait = Duration.between(now, fullHour.plus(Duration.ofHours(hours)));
        return hours == 0 || hours == 24 ? Optional.empty() : Optional.of(wait);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
