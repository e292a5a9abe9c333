package org.courant.ingest.http;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;

/** Reads Retry-After: seconds or a date (RFC 9110, section 10.2.3), never more than a day ahead. */
final class RetryAfter {
    static final Duration MOST = Duration.ofHours(24);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(?:\\.\\d+)?");

    private RetryAfter() {}

    static Optional<Instant> parse(String value, Instant now) {
        if (SECONDS.matcher(value).matches()) {
            return Optional.of(
                    now.plusSeconds(Math.min((long) Math.ceil(Double.parseDouble(value)), MOST.toSeconds())));
        }
        return Optional.ofNullable(DateUtils.parseStandardDate(value)).map(date -> between(now, date, now.plus(MOST)));
    }

    private static Instant between(Instant least, Instant value, Instant most) {
        if (value.isBefore(least)) {
            return least;
        }
        return value.isAfter(most) ? most : value;
    }
}
