package org.courant.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.courant.publish.finish.Ranking;
import org.courant.publish.finish.RankingWeights;
import org.courant.publish.page.EditionModels;
import org.courant.publish.page.PageModels;
import org.courant.publish.view.DigestTables;
import org.courant.publish.view.DigestView;
import org.courant.publish.view.EntryFilter;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.SourceKind;
import org.courant.schemas.Story;
import org.courant.testkit.text.AdversarialText;
import org.courant.testkit.text.Fuzzing;
import org.courant.testkit.text.LinearTime;
import org.courant.testkit.text.TextFunction;
import org.courant.testkit.text.TextFunctions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No story can hold publish or the page: work is in proportion to its texts, and little stack is enough. */
final class HostileRecordsTest {
    private static final int CHARACTERS = 16 * 1024;

    @TestFactory
    Stream<DynamicTest> everyFunctionOfTextTakesTimeInProportionToItsLength() {
        return functions().stream().map(function -> dynamicTest(function.name(), () -> LinearTime.require(function)));
    }

    @Test
    void nothingThrowsWhateverMistakesATextHas() {
        assertThat(Fuzzing.require(
                        functions(),
                        List.of("A \"text\" of <b>words</b>, $x_1$ & https://example.org/a?b=c#d; -more~ a|b*")))
                .isPositive();
    }

    @Test
    void storiesOfEveryHostileTextArePublished() {
        try (TestTopology publish = new TestTopology()) {
            int sent = 0;
            for (AdversarialText text : AdversarialText.all()) {
                publish.send(builder("url:https://a.example/" + sent++, text.ofLength(CHARACTERS)));
            }
            publish.tick();

            assertThat(publish.deadLetters.isEmpty()).isTrue();
            assertThat(publish.entries.readKeyValuesToMap()).hasSize(sent);
            assertThat(publish.editions.readValuesToList())
                    .last()
                    .satisfies(edition -> assertThat(edition.getSections())
                            .flatMap(section -> section.getEntryIds())
                            .hasSize(AdversarialText.all().size()));
        }
    }

    static List<TextFunction> functions() {
        DigestView view = Entries.digest(Entries.entry("arxiv:1").build());
        Instant now = Instant.parse("2026-06-27T09:30:00Z");
        return TextFunctions.in(
                        "org.courant.publish.feed",
                        "org.courant.publish.finish",
                        "org.courant.publish.json",
                        "org.courant.publish.page",
                        "org.courant.publish.view")
                .made(DigestEntry.class, HostileRecordsTest::entry)
                .made(Story.class, text -> builder(text, text).build())
                .given(Ranking.class, new Ranking(RankingWeights.DEFAULT))
                .given(EntryFilter.class, EntryFilter.ALL)
                .given(DigestView.class, view)
                .given(DigestTables.class, new DigestTables())
                .given(EditionModels.class, new EditionModels(() -> now))
                .given(PageModels.class, new PageModels(() -> now))
                .given(Instant.class, now)
                .given(LocalDate.class, LocalDate.of(2026, 6, 24))
                .given(String[].class, new String[0])
                .given(Optional.class, Optional.empty())
                .atMost(2_048, "EntryIndex.remove")
                .except("Assets", "names in the templates")
                .except("Cards", "PageModels and EditionModels, which call it")
                .except("DigestTables.putDefinition", "sources, which the operator names")
                .except("DigestTables.putEdition", "what publish has written")
                .except("DigestTables.putSource", "what ingest has written, of sources that the operator names")
                .except("EntryAssembly", "Finish, below")
                .except("EntryIndex.search", "DigestTables.search, which calls it")
                .except("EntryTable.search", "DigestTables.search, which calls it")
                .except("KindFilter", "parameters of a request, which Jetty bounds")
                .except("PublishedEntry", "what publish has written")
                .except("SearchText.1", "Lucene, which DigestTables.putEntry feeds")
                .except("SearchText.Names", "Lucene, which DigestTables.putEntry feeds")
                .except("SearchText.Prose", "Lucene, which DigestTables.putEntry feeds")
                .all();
    }

    private static DigestEntry entry(String text) {
        return Entries.entry("arxiv:1")
                .setTitle(text)
                .setSummary(text)
                .setUrl(text)
                .setAuthors(List.of(text))
                .setCategories(List.of(text))
                .build();
    }

    private static Story.Builder builder(String id, String text) {
        return Stories.story(id)
                .setTitle("Title " + text)
                .setBody(text)
                .setUrl("https://a.example/" + text)
                .setAuthors(List.of(text))
                .setCategories(List.of(text))
                .setSourceKind(SourceKind.FORUM)
                .setSummary("Summary " + text);
    }
}
