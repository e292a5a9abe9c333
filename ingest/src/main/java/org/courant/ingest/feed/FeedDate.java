package org.courant.ingest.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates that feeds write: RFC 3339 and ISO 8601 in all lengths, RFC 822 with the liberties that are taken
 * with it, and what C libraries print. A time without zone is taken as UTC; a date that does not exist is none.
 */
public final class FeedDate {
    private static final int MAX_LENGTH = 100;
    private static final Pattern ISO =
            Pattern.compile("(\\d{4})(?:[-/]?(\\d{2})(?:[-/]?(\\d{2}))?)?(?:\\s*T\\s*|\\s+|$)(.*)");
    private static final Pattern TIME = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?::?(\\d{2}))(?::?(\\d{1,2})(?:[.,](\\d{1,9})\\d*)?)?(?:\\s*([AaPp])\\.?[Mm]\\.?)?(?!\\d)");
    private static final Pattern CLOCK =
            Pattern.compile("(?<!\\d)\\d{1,2}:\\d{2}(?::\\d{1,2})?(?:[.,]\\d+)?(?:\\s*[AaPp]\\.?[Mm]\\b\\.?)?");
    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{1,2}):?(\\d{2})?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
    private static final Pattern MONTH =
            Pattern.compile("(?i)(?<![a-z])(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*");
    private static final Pattern TRAILING_YEAR = Pattern.compile("(?:^|\\s)(\\d{4})$");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    /** Offsets in minutes of the names that RFC 822 knows, and of some that it does not. */
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("EST", -300),
            Map.entry("EDT", -240),
            Map.entry("CST", -360),
            Map.entry("CDT", -300),
            Map.entry("MST", -420),
            Map.entry("MDT", -360),
            Map.entry("PST", -480),
            Map.entry("PDT", -420),
            Map.entry("HST", -600),
            Map.entry("AKST", -540),
            Map.entry("AKDT", -480),
            Map.entry("BST", 60),
            Map.entry("CET", 60),
            Map.entry("CEST", 120),
            Map.entry("EET", 120),
            Map.entry("EEST", 180),
            Map.entry("MSK", 180),
            Map.entry("IST", 330),
            Map.entry("JST", 540),
            Map.entry("KST", 540),
            Map.entry("AEST", 600),
            Map.entry("AEDT", 660),
            Map.entry("NZST", 720),
            Map.entry("NZDT", 780));

    private FeedDate() {}

    /** The instant that a text names; empty where it names none after 1970. */
    public static Optional<Instant> parse(String text) {
        String date = text.strip();
        if (date.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            Matcher iso = ISO.matcher(date);
            Instant instant = iso.matches() ? iso(iso) : words(date);
            return Optional.ofNullable(instant).filter(found -> found.isAfter(Instant.EPOCH));
        } catch (DateTimeException doesNotExist) {
            return Optional.empty();
        }
    }

    private static Instant iso(Matcher iso) {
        int month = iso.group(2) == null ? 1 : Integer.parseInt(iso.group(2));
        int day = iso.group(3) == null ? 1 : Integer.parseInt(iso.group(3));
        LocalDateTime midnight = LocalDateTime.of(Integer.parseInt(iso.group(1)), month, day, 0, 0);
        Matcher time = TIME.matcher(iso.group(4));
        if (!time.lookingAt()) {
            return midnight.toInstant(zone(iso.group(4)));
        }
        return at(midnight, time).toInstant(zone(iso.group(4).substring(time.end())));
    }

    /** A month by name, a clock time, a zone after it, and two numbers: the day, then the year. */
    private static @Nullable Instant words(String date) {
        Matcher clock = CLOCK.matcher(date);
        boolean timed = clock.find();
        String before = timed ? date.substring(0, clock.start()) : date;
        String month = month(before);
        if (month == null) {
            return null;
        }
        String after = timed ? date.substring(clock.end()) : "";
        String year = trailingYear(after);
        Matcher numbers = NUMBER.matcher(before + " " + year);
        if (!numbers.find()) {
            return null;
        }
        int day = number(numbers.group());
        if (!numbers.find()) {
            return null;
        }
        LocalDateTime midnight = LocalDateTime.of(year(numbers.group()), monthNumber(month), day, 0, 0);
        Matcher time = TIME.matcher(timed ? clock.group() : "");
        return (time.lookingAt() ? at(midnight, time) : midnight)
                .toInstant(zone(after.substring(0, after.length() - year.length())));
    }

    /** The last that begins like a month: before it may stand a weekday that does, such as "mar" or "mardi". */
    private static @Nullable String month(String text) {
        Matcher months = MONTH.matcher(text);
        String last = null;
        while (months.find()) {
            last = months.group(1);
        }
        return last;
    }

    /** The year where it stands after the time, as C prints it. */
    private static String trailingYear(String after) {
        Matcher year = TRAILING_YEAR.matcher(after);
        return year.find() ? year.group(1) : "";
    }

    private static LocalDateTime at(LocalDateTime midnight, Matcher time) {
        int hour = number(time.group(1));
        String half = time.group(5) == null ? "" : time.group(5).toLowerCase(Locale.ROOT);
        if (!half.isEmpty()) {
            hour = hour % 12 + (half.equals("p") ? 12 : 0);
        }
        String fraction = time.group(4) == null ? "" : (time.group(4) + "000").substring(0, 3);
        return midnight.withHour(hour)
                .withMinute(number(time.group(2)))
                .withSecond(time.group(3) == null ? 0 : number(time.group(3)))
                .withNano(fraction.isEmpty() ? 0 : number(fraction) * 1_000_000);
    }

    private static ZoneOffset zone(String text) {
        Matcher offset = OFFSET.matcher(text);
        if (offset.find()) {
            int minutes = number(offset.group(2)) * 60 + (offset.group(3) == null ? 0 : number(offset.group(3)));
            return ZoneOffset.ofTotalSeconds((offset.group(1).equals("-") ? -60 : 60) * minutes);
        }
        Matcher name = WORD.matcher(text);
        int minutes = name.find() ? ZONES.getOrDefault(name.group().toUpperCase(Locale.ROOT), 0) : 0;
        return ZoneOffset.ofTotalSeconds(minutes * 60);
    }

    /** Two digits are years of this century until 69 (RFC 2822 has 49; nobody writes of the fifties). */
    private static int year(String digits) {
        int year = number(digits);
        if (digits.length() > 2) {
            return year;
        }
        return year < 70 ? 2000 + year : 1900 + year;
    }

    private static int monthNumber(String name) {
        return MONTHS.indexOf(name.toLowerCase(Locale.ROOT)) / 3 + 1;
    }

    private static int number(String digits) {
        if (digits.length() > 9) {
            throw new DateTimeException(digits + " is no part of a date");
        }
        return Integer.parseInt(digits);
    }
}
