package org.courant.ingest.status;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Which batch arXiv's feeds should hold. Announcements are made at 20:00 Eastern from Sunday to Thursday, and the feeds
 * are rebuilt at the midnight after, so the batches are dated Monday to Friday
 * (https://info.arxiv.org/help/availability.html). Holidays are not listed here: on those the feed is dated like any
 * day's and is empty.
 */
final class ArxivCalendar {
    static final ZoneId ZONE = ZoneId.of("America/New_York");

    /** Thirty hours after the midnight that the batch of the day before is dated with. */
    static final LocalTime REBUILT_BY = LocalTime.of(6, 0);

    private ArxivCalendar() {}

    /** The batch of today, in New York; none at weekends. */
    static Optional<LocalDate> batchOfToday(Instant now) {
        LocalDate today = now.atZone(ZONE).toLocalDate();
        DayOfWeek day = today.getDayOfWeek();
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY ? Optional.empty() : Optional.of(today);
    }

    /** Whether today's batch may still be on its way. */
    static boolean mayStillCome(Instant now) {
        ZonedDateTime there = now.atZone(ZONE);
        return there.toLocalTime().isBefore(REBUILT_BY);
    }
}
