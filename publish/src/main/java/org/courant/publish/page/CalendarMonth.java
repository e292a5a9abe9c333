package org.courant.publish.page;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.courant.schemas.DigestEdition;
import org.jspecify.annotations.Nullable;

/**
 * The editions of a month, week by week from Monday.
 *
 * @param title {@code June 2026}
 * @param earlier the last edition before this month, null if there is none
 * @param later the first edition after this month, null if there is none
 */
public record CalendarMonth(
        String title,
        List<List<Day>> weeks,
        @Nullable EditionLink earlier,
        @Nullable EditionLink later) {
    public CalendarMonth {
        weeks = List.copyOf(weeks);
    }

    /**
     * A day; one of another month has an empty number.
     *
     * @param edition null if there is none
     * @param current whether the page shows it
     */
    public record Day(String number, @Nullable EditionLink edition, boolean current) {}

    /** @param editions in any order */
    static CalendarMonth around(LocalDate date, List<DigestEdition> editions) {
        YearMonth month = YearMonth.from(date);
        TreeMap<LocalDate, DigestEdition> byDate = new TreeMap<>();
        editions.forEach(edition -> byDate.put(edition.getDate(), edition));
        return new CalendarMonth(
                month.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + month.getYear(),
                weeks(month, date, byDate),
                link(byDate.lowerEntry(month.atDay(1))),
                link(byDate.higherEntry(month.atEndOfMonth())));
    }

    private static @Nullable EditionLink link(Map.@Nullable Entry<LocalDate, DigestEdition> edition) {
        return edition == null ? null : EditionLink.of(edition.getValue());
    }

    private static List<List<Day>> weeks(YearMonth month, LocalDate current, Map<LocalDate, DigestEdition> editions) {
        List<List<Day>> weeks = new ArrayList<>();
        LocalDate monday = month.atDay(1).with(DayOfWeek.MONDAY);
        while (!monday.isAfter(month.atEndOfMonth())) {
            List<Day> week = new ArrayList<>();
            for (LocalDate day = monday; day.isBefore(monday.plusDays(7)); day = day.plusDays(1)) {
                week.add(day(day, month, current, editions.get(day)));
            }
            weeks.add(List.copyOf(week));
            monday = monday.plusDays(7);
        }
        return weeks;
    }

    private static Day day(LocalDate day, YearMonth month, LocalDate current, @Nullable DigestEdition edition) {
        if (!YearMonth.from(day).equals(month)) {
            return new Day("", null, false);
        }
        return new Day(
                String.valueOf(day.getDayOfMonth()),
                edition == null ? null : EditionLink.of(edition),
                day.equals(current));
    }
}
