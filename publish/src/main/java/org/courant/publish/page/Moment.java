package org.courant.publish.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A time as a page shows it.
 *
 * @param machine for the {@code datetime} attribute
 * @param exact date and time, UTC
 * @param age how long ago
 */
public record Moment(String machine, String exact, String age) {
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    static Moment of(Instant time, Instant now) {
        return new Moment(time.truncatedTo(ChronoUnit.SECONDS).toString(), EXACT.format(time), Age.of(time, now));
    }

    /** {@code Wednesday, 24 June 2026}. */
    static String longDay(LocalDate date) {
        return LONG_DAY.format(date);
    }

    /** {@code Wed 24 Jun 2026}. */
    static String shortDay(LocalDate date) {
        return SHORT_DAY.format(date);
    }
}
