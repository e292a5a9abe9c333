package org.courant.ingest.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.courant.schemas.text.LowerCase;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates that feeds write: RFC 3339 and ISO 8601 down to the day, RFC 822 with the liberties that are taken
 * with it, in other languages too, what C libraries print, and numbers with the day first. A time without zone is taken
 * as UTC. A date that does not exist is none; so is a year or a month alone, whose first day is no more likely than any
 * other, and so are the first days of the epoch, which are what becomes of a date that is missing or counted in another
 * unit.
 */
public final class FeedDate {
    private static final Instant EARLIEST = Instant.parse("1971-01-01T00:00:00Z");
    private static final int MAX_LENGTH = 100;
    private static final Pattern ISO = Pattern.compile(
            "(\\d{4})(?:([-/.])(\\d{1,2})\\2(\\d{1,2})|(\\d{2})(\\d{2}))(?:\\s*[Tt]\\s*|,?\\s+|(?=[Zz+])|$)(.*)");
    /** A weekday may stand before, which says nothing new. */
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?:\\p{L}+\\.?,?\\s+)?(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})(?:,?\\s+|$)(.*)");

    private static final Pattern TIME = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?::?(\\d{2}))(?::?(\\d{1,2})(?:[.,](\\d{1,9})\\d*)?)?(?:\\s*([AaPp])\\.?[Mm]\\.?)?(?!\\d)");
    private static final Pattern CLOCK =
            Pattern.compile("(?<!\\d)\\d{1,2}:\\d{2}(?::\\d{1,2})?(?:[.,]\\d+)?(?:\\s*[AaPp]\\.?[Mm]\\b\\.?)?");
    /** As in French: 9h05, 9 h 05. */
    private static final Pattern HOURS = Pattern.compile("(?<!\\d)(\\d{1,2})\\s?h\\s?(\\d{2})(?!\\d)");

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");
    private static final Pattern TRAILING_YEAR = Pattern.compile("(?:^|\\s)(\\d{4})$");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private FeedDate() {}

    /** The instant that a text names; empty where it names none after 1970. */
    public static Optional<Instant> parse(String text) {
        String date = text.strip();
        if (date.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(instant(date)).filter(found -> found.isAfter(EARLIEST));
        } catch (DateTimeException doesNotExist) {
            return Optional.empty();
        }
    }

    private static @Nullable Instant instant(String date) {
        Matcher iso = ISO.matcher(date);
        if (iso.matches()) {
            String month = iso.group(3) == null ? iso.group(5) : iso.group(3);
            String day = iso.group(4) == null ? iso.group(6) : iso.group(4);
            return at(LocalDate.of(number(iso.group(1)), number(month), number(day)), iso.group(7));
        }
        Matcher numbers = DAY_FIRST.matcher(date);
        return numbers.matches() ? dayFirst(numbers) : words(HOURS.matcher(date).replaceAll("$1:$2"));
    }

    /**
     * Between slashes the month may come first, and of short numbers the year: where that cannot be told, no date is
     * better than a wrong one.
     */
    private static @Nullable Instant dayFirst(Matcher numbers) {
        int first = number(numbers.group(1));
        int second = number(numbers.group(3));
        boolean slashes = numbers.group(2).equals("/");
        boolean monthFirst = slashes && second > 12;
        boolean shortYear = numbers.group(4).length() == 2 && !numbers.group(2).equals(".");
        if (shortYear || (slashes && first <= 12 && second <= 12 && first != second)) {
            return null;
        }
        LocalDate day = LocalDate.of(year(numbers.group(4)), monthFirst ? first : second, monthFirst ? second : first);
        return at(day, numbers.group(5));
    }

    /** A month by name, a clock time, a zone after it, and two numbers: the day, then the year, or the year first. */
    private static @Nullable Instant words(String date) {
        Matcher clock = CLOCK.matcher(date);
        boolean timed = clock.find();
        String before = timed ? date.substring(0, clock.start()) : date;
        Month month = month(before);
        if (month == null) {
            return null;
        }
        String after = timed ? date.substring(clock.end()) : "";
        String year = trailingYear(after);
        Matcher numbers = NUMBER.matcher(before + " " + year);
        if (!numbers.find()) {
            return null;
        }
        String first = numbers.group();
        if (!numbers.find()) {
            return null;
        }
        boolean yearFirst = first.length() == 4;
        LocalDate day = LocalDate.of(
                year(yearFirst ? first : numbers.group()), month, number(yearFirst ? numbers.group() : first));
        return at(day, (timed ? clock.group() : "") + after.substring(0, after.length() - year.length()));
    }

    /**
     * The last word that names one: before it may stand a weekday that looks like one, such as "mar" in four languages.
     * Where such a word is followed by one that nobody knows, that is the month.
     */
    private static @Nullable Month month(String text) {
        Matcher words = WORD.matcher(text);
        Month last = null;
        boolean doubtful = false;
        while (words.find()) {
            String word = words.group();
            Month month = MonthNames.of(word).orElse(null);
            if (month != null) {
                last = month;
                doubtful = MonthNames.isWeekday(word);
            } else if (doubtful && word.length() > 2 && !MonthNames.isWeekday(word)) {
                return null;
            }
        }
        return last;
    }

    /** The year where it stands after the time, as C prints it. */
    private static String trailingYear(String after) {
        Matcher year = TRAILING_YEAR.matcher(after);
        return year.find() ? year.group(1) : "";
    }

    /**
     * A day with the time that a text begins with, if it does, in the zone that follows.
     *
     * <p>24:00 is the end of the day (ISO 8601), and second 60 a leap second (RFC 3339, section 5.6), which is told as
     * the second after it.
     */
    private static Instant at(LocalDate day, String text) {
        Matcher time = TIME.matcher(text);
        LocalDateTime midnight = day.atStartOfDay();
        if (!time.lookingAt()) {
            return midnight.atZone(ZoneNames.of(text)).toInstant();
        }
        int hour = number(time.group(1));
        String half = time.group(5) == null ? "" : LowerCase.of(time.group(5));
        if (!half.isEmpty()) {
            hour = hour % 12 + (half.equals("p") ? 12 : 0);
        }
        int minute = number(time.group(2));
        int second = time.group(3) == null ? 0 : number(time.group(3));
        if (hour > 24 || minute > 59 || second > 60 || (hour == 24 && minute + second > 0)) {
            throw new DateTimeException(text + " is no time");
        }
        String fraction = time.group(4) == null ? "" : (time.group(4) + "000").substring(0, 3);
        return midnight.plusHours(hour)
                .plusMinutes(minute)
                .plusSeconds(second)
                .plusNanos(fraction.isEmpty() ? 0 : number(fraction) * 1_000_000L)
                .atZone(ZoneNames.of(text.substring(time.end())))
                .toInstant();
    }

    /** Two digits are years of this century until 69 (RFC 2822 has 49; nobody writes of the fifties). */
    private static int year(String digits) {
        int year = number(digits);
        if (digits.length() > 2) {
            return year;
        }
        return year < 70 ? 2000 + year : 1900 + year;
    }

    private static int number(String digits) {
        if (digits.length() > 9) {
            throw new DateTimeException(digits + " is no part of a date");
        }
        return Integer.parseInt(digits);
    }
}
