package org.courant.publish.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.courant.publish.Entries;
import org.courant.publish.Stories;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.Section;
import org.courant.schemas.SourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SearchTest {
    private final DigestTables tables = new DigestTables();

    SearchTest() {
        put(Entries.entry("arxiv:2606.00001")
                .setTitle("Robots that learn from videos")
                .setSummary("The authors train policies.")
                .setAuthors(List.of("Zoë Müller"))
                .build());
        put(Entries.entry("arxiv:2606.00002")
                .setTitle("Chain of thought")
                .setSummary("Reasoning for robots, and the thought of a chain.")
                .setSection(new Section("reasoning", "Reasoning"))
                .build());
        put(Entries.entry("forum:1")
                .setTitle("A question")
                .setSummary("Which model?")
                .setSourceKind(SourceKind.FORUM)
                .setSourceName("Hugging Face Forums")
                .setAppearances(List.of())
                .build());
    }

    @ParameterizedTest
    @CsvSource({
        "robot, arxiv:2606.00001 arxiv:2606.00002",
        "learning video, arxiv:2606.00001",
        "muller, arxiv:2606.00001",
        "'\"chain of thought\"', arxiv:2606.00002",
        "'robot -videos', arxiv:2606.00002",
        "reason*, arxiv:2606.00002",
        "videso~, arxiv:2606.00001",
        "policies|question, forum:1 arxiv:2606.00001",
        "hugging face, forum:1",
        "2606.00002, arxiv:2606.00002",
        "nothing, ''"
    })
    void wordsFindEntriesBestFirst(String text, String ids) {
        assertThat(String.join(" ", search(text, EntryFilter.ALL))).isEqualTo(ids);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "(((", "a:b AND NOT", "*", "~", "-", "\\", "|", "\u0000", "the of and"})
    void noTextIsAnError(String text) {
        assertThat(search(text, EntryFilter.ALL)).hasSizeLessThan(4);
        assertThat(search(text.repeat(5_000), EntryFilter.ALL)).hasSizeLessThan(4);
    }

    @Test
    void filtersNarrowASearch() {
        assertThat(search("robot", EntryFilter.ALL.withSection("reasoning"))).containsExactly("arxiv:2606.00002");
        assertThat(search("question", EntryFilter.ALL.withKind(SourceKind.ARXIV)))
                .isEmpty();
    }

    @Test
    void whatIsWithdrawnOrChangedIsFoundAsItIsNow() {
        tables.putEntry("arxiv:2606.00001", null);
        put(Entries.entry("arxiv:2606.00002")
                .setTitle("Other")
                .setSummary("Other.")
                .build());
        assertThat(search("robot", EntryFilter.ALL)).isEmpty();
        assertThat(search("other", EntryFilter.ALL)).containsExactly("arxiv:2606.00002");
    }

    @Test
    void pagesFitTogetherThoughEntriesArriveMeanwhile() {
        IntStream.range(0, 50)
                .forEach(i -> put(Entries.entry("many:" + i, Stories.MORNING.minus(Duration.ofHours(i % 7)))
                        .setTitle("Alpaca " + (i % 3 == 0 ? "alpaca" : ""))
                        .build()));
        List<String> found = new ArrayList<>();
        Optional<SearchKey> after = Optional.empty();
        do {
            List<SearchResult.Hit> page =
                    tables.search("alpaca", EntryFilter.ALL, after, 7).hits();
            page.forEach(hit -> found.add(hit.entry().getEntryId()));
            after = page.isEmpty()
                    ? Optional.empty()
                    : SearchKey.parse(page.get(page.size() - 1).key().cursor());
            put(Entries.entry("later:" + found.size(), Stories.MORNING.plus(Duration.ofHours(1)))
                    .setTitle("Alpaca")
                    .build());
        } while (after.isPresent() && found.size() < 200);
        assertThat(found)
                .doesNotHaveDuplicates()
                .filteredOn(id -> id.startsWith("many:"))
                .hasSize(50);
    }

    @Test
    void twoInstancesRankAlikeThoughTheyHaveReadInAnotherOrder() {
        DigestTables other = new DigestTables();
        List<DigestEntry> all = tables.entries(EntryFilter.ALL, Optional.empty(), 100);
        for (int i = all.size() - 1; i >= 0; i--) {
            other.putEntry(
                    all.get(i).getEntryId(),
                    Entries.entry(all.get(i).getEntryId()).build());
            other.putEntry(all.get(i).getEntryId(), all.get(i));
        }
        for (String text : List.of("robot", "chain", "model|authors|question")) {
            assertThat(other.search(text, EntryFilter.ALL, Optional.empty(), 10))
                    .isEqualTo(tables.search(text, EntryFilter.ALL, Optional.empty(), 10));
        }
    }

    private void put(DigestEntry entry) {
        tables.putEntry(entry.getEntryId(), entry);
    }

    private List<String> search(String text, EntryFilter filter) {
        return tables.search(text, filter, Optional.empty(), 10).hits().stream()
                .map(hit -> hit.entry().getEntryId())
                .toList();
    }
}
