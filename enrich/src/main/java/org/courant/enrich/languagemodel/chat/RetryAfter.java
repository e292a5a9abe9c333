package org.courant.enrich.languagemodel.chat;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads Retry-After: seconds or a date (RFC 9110, section 10.2.3), at most a day ahead; half a minute where it says
 * nothing.
 */
final class RetryAfter {
    private static final Duration STANDARD = Duration.ofSeconds(30);
    private static final Duration MOST = Duration.ofHours(24);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private RetryAfter() {}

    static Duration of(Optional<String> header, Instant now) {
        return header.map(String::strip).map(text -> parse(text, now)).orElse(STANDARD);
    }

    private static Duration parse(String text, Instant now) {
        if (SECONDS.matcher(text).matches()) {
            return bounded(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            return bounded(Duration.between(
                    now,
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant()));
        } catch (DateTimeException unreadable) {
            return STANDARD;
        }
    }

    private static Duration bounded(Duration pause) {
        if (pause.isNegative()) {
            return Duration.ZERO;
        }
        return pause.compareTo(MOST) > 0 ? MOST : pause;
    }
}
