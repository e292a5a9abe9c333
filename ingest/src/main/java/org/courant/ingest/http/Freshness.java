package org.courant.ingest.http;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;

/**
 * How long an answer stays fresh (RFC 9111, section 4.2): max-age without Age, else Expires without Date; an hour at
 * most, because servers put long ages on documents that change sooner.
 */
final class Freshness {
    private static final Duration MOST = Duration.ofHours(1);
    private static final Pattern MAX_AGE =
            Pattern.compile("(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,9})", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final Pattern NEVER =
            Pattern.compile("(?:^|[,\\s])(?:no-store|no-cache)(?:$|[,\\s])", Pattern.CASE_INSENSITIVE);

    private Freshness() {}

    static Optional<Duration> of(Reply reply, Instant now) {
        String control = reply.header("Cache-Control").orElse("");
        if (NEVER.matcher(control).find()) {
            return Optional.empty();
        }
        Matcher maxAge = MAX_AGE.matcher(control);
        if (maxAge.find()) {
            return positive(Duration.ofSeconds(Long.parseLong(maxAge.group(1)) - age(reply)));
        }
        Instant date = reply.header("Date").map(DateUtils::parseStandardDate).orElse(now);
        return reply.header("Expires")
                .map(DateUtils::parseStandardDate)
                .flatMap(expires -> positive(Duration.between(date, expires)));
    }

    private static long age(Reply reply) {
        return reply.header("Age")
                .filter(age -> SECONDS.matches(age))
                .map(Long::parseLong)
                .orElse(0L);
    }

    private static Optional<Duration> positive(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            return Optional.empty();
        }
        return Optional.of(duration.compareTo(MOST) > 0 ? MOST : duration);
    }
}
