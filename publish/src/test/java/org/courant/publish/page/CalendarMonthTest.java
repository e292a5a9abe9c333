package org.courant.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.courant.publish.Entries;
import org.courant.schemas.DigestEdition;
import org.courant.schemas.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CalendarMonthTest {
    private final List<DigestEdition> editions = Stream.of("2026-04-30", "2026-06-01", "2026-06-24", "2026-07-02")
            .map(LocalDate::parse)
            .map(date ->
                    Entries.edition(date, new Section("a", "A"), List.of("x")).build())
            .toList();

    @Test
    void aMonthLinksItsEditionsAndTheOnesBeforeAndAfterIt() {
        CalendarMonth june = CalendarMonth.around(LocalDate.parse("2026-06-24"), editions);
        assertThat(june.title()).isEqualTo("June 2026");
        assertThat(june.weeks().stream().flatMap(List::stream).filter(day -> day.edition() != null))
                .extracting(CalendarMonth.Day::number)
                .containsExactly("1", "24");
        assertThat(june.weeks().stream().flatMap(List::stream).filter(CalendarMonth.Day::current))
                .extracting(CalendarMonth.Day::number)
                .containsExactly("24");
        assertThat(june.earlier()).extracting(EditionLink::date).isEqualTo("2026-04-30");
        assertThat(june.later()).extracting(EditionLink::date).isEqualTo("2026-07-02");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-01", "2024-02-29", "2026-03-31", "2027-01-01"})
    void everyDayStandsOnceInWeeksOfSeven(String date) {
        LocalDate day = LocalDate.parse(date);
        CalendarMonth month = CalendarMonth.around(day, editions);
        assertThat(month.weeks()).allMatch(week -> week.size() == 7);
        assertThat(month.weeks().stream()
                        .flatMap(List::stream)
                        .filter(each -> !each.number().isEmpty()))
                .hasSize(day.lengthOfMonth());
    }
}
