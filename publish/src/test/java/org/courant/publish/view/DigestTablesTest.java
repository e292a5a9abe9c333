package org.courant.publish.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.courant.publish.Entries;
import org.courant.publish.Stories;
import org.courant.schemas.Appearance;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.Section;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class DigestTablesTest {
    private static final List<String> SECTIONS = List.of("agents", "theory", "other");
    private static final List<String> SOURCES = List.of("arXiv cs.AI", "arXiv cs.LG", "Forum");

    private final DigestTables tables = new DigestTables();

    @Test
    void anEntryThatChangesSectionDayAndSourceIsFoundOnlyWhereItIsNow() {
        tables.putEntry("a", Entries.entry("a").build());
        tables.putEntry(
                "a",
                Entries.entry("a", Stories.MORNING.minusSeconds(86_400))
                        .setSection(new Section("theory", "Theory"))
                        .setSourceName("Forum")
                        .setAppearances(List.of())
                        .build());

        assertThat(ids(filter("agents", null, null))).isEmpty();
        assertThat(ids(filter("theory", null, null))).containsExactly("a");
        assertThat(ids(filter(null, "arXiv cs.AI", null))).isEmpty();
        assertThat(ids(filter(null, null, "2026-06-24"))).isEmpty();
        assertThat(ids(filter("theory", "Forum", "2026-06-23"))).containsExactly("a");
        assertThat(tables.entryCount()).isEqualTo(1);
        assertThat(tables.sections()).containsExactly("theory");
    }

    @Test
    void anAbsorbedEntryLeadsToTheOneThatTookItOver() {
        tables.putEntry("a", Entries.entry("a").setAbsorbed(List.of("b")).build());
        assertThat(tables.survivorOf("b")).contains("a");
        tables.putEntry("a", null);
        assertThat(tables.survivorOf("b")).isEmpty();
        assertThat(tables.entry("a")).isEmpty();
    }

    @Test
    void editionsStandNewestFirst() {
        for (String day : List.of("2026-06-22", "2026-06-24", "2026-06-23")) {
            tables.putEdition(
                    day,
                    Entries.edition(LocalDate.parse(day), new Section("s", "S"), List.of())
                            .build());
        }
        tables.putEdition("2026-06-23", null);
        assertThat(tables.editions())
                .extracting(edition -> edition.getDate().toString())
                .containsExactly("2026-06-24", "2026-06-22");
    }

    /** Against the plainest model there is: a map, sorted and filtered as a whole. */
    @RepeatedTest(30)
    void anyFilterFindsWhatAPlainSearchFindsPageByPage(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Map<String, DigestEntry> model = new TreeMap<>();
        for (int step = 0; step < 300; step++) {
            String id = "e" + random.nextInt(80);
            if (random.nextInt(4) == 0) {
                model.remove(id);
                tables.putEntry(id, null);
            } else {
                DigestEntry entry = entry(id, random);
                model.put(id, entry);
                tables.putEntry(id, entry);
            }
        }
        EntryFilter filter = filter(
                random.nextBoolean() ? SECTIONS.get(random.nextInt(3)) : null,
                random.nextBoolean() ? SOURCES.get(random.nextInt(3)) : null,
                random.nextBoolean() ? "2026-06-2" + (2 + random.nextInt(3)) : null);

        List<String> expected = model.values().stream()
                .filter(filter::accepts)
                .sorted(Comparator.comparing(EntryKey::of))
                .map(DigestEntry::getEntryId)
                .toList();
        assertThat(pageByPage(filter, 1 + random.nextInt(10))).isEqualTo(expected);
        assertThat(ids(filter)).isEqualTo(expected);
    }

    @Test
    void whoGoesThroughPagesMeetsEachEntryOnceThoughNewOnesArrive() {
        for (int i = 0; i < 20; i++) {
            tables.putEntry("e" + i, Entries.entry("e" + i).build());
        }
        List<DigestEntry> first = tables.entries(EntryFilter.ALL, Optional.empty(), 10);
        tables.putEntry(
                "newer", Entries.entry("newer", Stories.MORNING.plusSeconds(1)).build());
        List<DigestEntry> second = tables.entries(EntryFilter.ALL, Optional.of(EntryKey.of(first.get(9))), 100);

        assertThat(second).extracting(DigestEntry::getEntryId).hasSize(10).doesNotContain("newer");
        assertThat(second)
                .extracting(DigestEntry::getEntryId)
                .doesNotContainAnyElementsOf(
                        first.stream().map(DigestEntry::getEntryId).toList());
    }

    @Test
    void aCursorIsReadBackAndNonsenseIsNone() {
        EntryKey key = new EntryKey(-5, "url:https://a.example/b c?ü");
        assertThat(EntryKey.parse(key.cursor())).contains(key);
        assertThat(key.cursor()).matches("[A-Za-z0-9_-]+");
        for (String nonsense : List.of("", "x", "!!", "AAAA", "MSAy\n", "eCB5")) {
            assertThat(EntryKey.parse(nonsense)).as(nonsense).isEmpty();
        }
    }

    private static DigestEntry entry(String id, Random random) {
        Instant time = Stories.MORNING.minusSeconds(3_600L * random.nextInt(60));
        String section = SECTIONS.get(random.nextInt(3));
        return Entries.entry(id, time)
                .setSection(new Section(section, section))
                .setSourceName(SOURCES.get(random.nextInt(3)))
                .setAppearances(List.of(new Appearance(SOURCES.get(random.nextInt(3)), "https://a.example", null)))
                .build();
    }

    private List<String> pageByPage(EntryFilter filter, int limit) {
        List<String> ids = new ArrayList<>();
        Optional<EntryKey> after = Optional.empty();
        while (true) {
            List<DigestEntry> page = tables.entries(filter, after, limit);
            page.forEach(entry -> ids.add(entry.getEntryId()));
            if (page.size() < limit) {
                return ids;
            }
            after = EntryKey.parse(EntryKey.of(page.get(limit - 1)).cursor());
        }
    }

    private List<String> ids(EntryFilter filter) {
        return tables.entries(filter, Optional.empty(), 1_000).stream()
                .map(DigestEntry::getEntryId)
                .toList();
    }

    private static EntryFilter filter(@Nullable String section, @Nullable String source, @Nullable String edition) {
        return new EntryFilter(
                Optional.ofNullable(section),
                Optional.ofNullable(source),
                Optional.ofNullable(edition).map(LocalDate::parse),
                Optional.empty());
    }
}
