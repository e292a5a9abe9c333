package org.courant.enrich.works;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.courant.enrich.record.Delivery;
import org.courant.enrich.record.Held;
import org.courant.enrich.record.Span;
import org.junit.jupiter.api.Test;

class WorkTextTest {
    private static final int JUNE_20 = day(2026, 6, 20);

    @Test
    void copiesThatSayTheSameAreOneText() {
        List<WorkText> texts = WorkText.of(
                List.of(item("v1@cs.AI", 1, "A text.", JUNE_20), item("v1@cs.LG", 1, "A text.", JUNE_20 + 1)));

        assertThat(texts).singleElement().satisfies(text -> {
            assertThat(text.stands()).isTrue();
            assertThat(text.spans())
                    .containsExactly(
                            new Span(JUNE_20, JUNE_20, JUNE_20), new Span(JUNE_20 + 1, JUNE_20 + 1, JUNE_20 + 1));
        });
    }

    @Test
    void theTextOfTheNewestVersionStandsForTheWorkAndTheOthersAreKept() {
        List<WorkText> texts =
                WorkText.of(List.of(item("v1", 1, "Old.", JUNE_20), item("v2", 2, "New.", JUNE_20 + 90)));

        assertThat(texts).extracting(text -> text.best().getBody()).containsExactly("New.", "Old.");
        assertThat(texts).extracting(WorkText::stands).containsExactly(true, false);
    }

    @Test
    void aLaterVersionIsAboutAWorkThatHasBeenKnownSinceTheMonthInItsId() {
        WorkText later =
                WorkText.of(List.of(item("v2", 2, "New.", JUNE_20 + 90))).get(0);

        assertThat(later.spans()).containsExactly(new Span(day(2026, 6, 1), JUNE_20 + 90, JUNE_20 + 90));
    }

    @Test
    void theTimesChangeWithTheDaysAndWithWhatStands() {
        WorkText alone = WorkText.of(List.of(item("v1", 1, "Old.", JUNE_20))).get(0);
        List<WorkText> both = WorkText.of(List.of(item("v1", 1, "Old.", JUNE_20), item("v2", 2, "New.", JUNE_20 + 90)));

        assertThat(both.get(1).text()).isEqualTo(alone.text());
        assertThat(both.get(1).times()).isNotEqualTo(alone.times());
    }

    private static int day(int year, int month, int day) {
        return (int) LocalDate.of(year, month, day).toEpochDay();
    }

    private static Held item(String id, int version, String body, int day) {
        long time = day * 86_400_000L;
        return new Held(
                time,
                null,
                Delivery.newBuilder()
                        .setItemId(id)
                        .setIdentities(List.of("arxiv:2606.00001"))
                        .setSourceId("source")
                        .setSourceKind("ARXIV")
                        .setSourceName("Source")
                        .setTitle("A title")
                        .setBody(body)
                        .setUrl("https://arxiv.org/abs/2606.00001")
                        .setAuthors(List.of())
                        .setCategories(List.of())
                        .setPublishedAt(time)
                        .setVersion(version)
                        .setContentHash("0")
                        .setTimestamp(time)
                        .setPartition(0)
                        .setOffset(0)
                        .build());
    }
}
