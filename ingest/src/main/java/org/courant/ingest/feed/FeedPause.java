package org.courant.ingest.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/** How long a feed asks to be left alone: its ttl and skipHours up to a day, its Cache-Control up to an hour. */
public final class FeedPause {
    private static final Duration MOST = Duration.ofHours(24);
    /** Servers put long ages on feeds that change sooner. */
    private static final Duration MOST_CACHED = Duration.ofHours(1);

    private FeedPause() {}

    public static Optional<Duration> of(ParsedFeed feed, Optional<Duration> cacheMaxAge, Instant now) {
        return Stream.of(feed.ttl().map(ttl -> shorter(ttl, MOST)), skipped(feed, now), ofCache(cacheMaxAge))
                .flatMap(Optional::stream)
                .max(Duration::compareTo);
    }

    /** The part that HTTP asks for. */
    public static Optional<Duration> ofCache(Optional<Duration> cacheMaxAge) {
        return cacheMaxAge.map(age -> shorter(age, MOST_CACHED));
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
