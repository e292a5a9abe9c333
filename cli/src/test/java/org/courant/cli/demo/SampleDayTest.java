package org.courant.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SampleDayTest {
    private static final DateTimeFormatter RSS =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx", Locale.ROOT);

    @Test
    void arxivDatesItsBatchByMidnightInNewYork() {
        SampleDay day = new SampleDay(Instant.parse("2026-11-20T18:00:00Z"));

        assertThat(day.fill("<pubDate>{{midnight rss}}</pubDate>"))
                .isEqualTo("<pubDate>Fri, 20 Nov 2026 00:00:00 -0500</pubDate>");
        assertThat(day.fill("{{midnight iso}}")).isEqualTo("2026-11-20T00:00:00-05:00");
        assertThat(day.fill("{{build rss}}")).isEqualTo("Fri, 20 Nov 2026 06:00:01 +0000");
    }

    @Test
    void aPercentageIsAPartOfWhatHasPassed() {
        SampleDay day = new SampleDay(Instant.parse("2026-11-20T15:00:00Z"));

        assertThat(day.fill("{{50% json}}")).isEqualTo("2026-11-20T10:00:00.000Z");
        assertThat(day.fill("{{-30d iso}}")).isEqualTo("2026-10-21T05:00:00+00:00");
    }

    @Test
    void theSmallHoursStillShowTheDayBefore() {
        SampleDay day = new SampleDay(Instant.parse("2026-11-20T05:59:00Z"));

        assertThat(day.fill("{{midnight iso}}")).isEqualTo("2026-11-19T00:00:00-05:00");
        assertThat(day.fill("{{100% iso}}")).isEqualTo("2026-11-20T00:00:00+00:00");
    }

    @Test
    void bracesThatAreNoPlaceholderStay() {
        assertThat(new SampleDay(Instant.EPOCH).fill("\\frac{{a}}{b} {{title}}"))
                .isEqualTo("\\frac{{a}}{b} {{title}}");
    }

    @RepeatedTest(200)
    void everythingIsInThePastAndOnOneDay(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Instant now = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(2 * 366 * 86_400));
        SampleDay day = new SampleDay(now);

        OffsetDateTime midnight = OffsetDateTime.parse(day.fill("{{midnight rss}}"), RSS);
        OffsetDateTime late = OffsetDateTime.parse(day.fill("{{98% iso}}"));

        assertThat(midnight.toInstant()).isBefore(now);
        assertThat(late.toInstant()).isAfter(midnight.toInstant()).isBefore(now);
        assertThat(late.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate())
                .isEqualTo(midnight.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate());
    }
}
