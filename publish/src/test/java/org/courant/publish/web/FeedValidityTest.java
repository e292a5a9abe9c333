package org.courant.publish.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.courant.publish.Entries;
import org.courant.publish.Stories;
import org.courant.publish.view.DigestTables;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.Section;
import org.courant.schemas.SourceKind;
import org.courant.testkit.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the entries hold, the feeds and the list of sources are valid. */
final class FeedValidityTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/feeds/all",
                "/feeds/agents",
                "/feeds/community%20%26%20co",
                "/feeds/kinds/arxiv",
                "/feeds/kinds/forum",
                "/feeds/kinds/media"
            })
    void feedsOfTheWholeOfASectionAndOfAKindAreValid(String path) {
        Validity.assertValid(
                path,
                Entries.entry("arxiv:2606.23595").build(),
                Entries.entry("discourse:forum.example.org:2", Stories.MORNING.plusMillis(1))
                        .setSourceKind(SourceKind.FORUM)
                        .setSection(new Section("community & co", "Community & co"))
                        .build());
    }

    @Test
    void theFeedOfNothingIsValidAndHasNoDateOfItsOwn() {
        Validity.assertValid("/feeds/all");
        try (TestWeb web = new TestWeb(new DigestTables())) {
            assertThat(web.get("/feeds/all.rss").body()).doesNotContain("1970").doesNotContain("<item>");
        }
    }

    static Stream<DigestEntry> oddEntries() {
        return Stream.of(
                Entries.entry("arxiv:1").setAuthors(List.of()).build(),
                Entries.entry("arxiv:1")
                        .setAuthors(List.of("", " ", "\u0001", "Ann"))
                        .build(),
                Entries.entry("arxiv:1").setTitle("").build(),
                Entries.entry("arxiv:1").setTitle(" \n").setSummary("").build(),
                Entries.entry("arxiv:1")
                        .setTitle("\u0000\u0001")
                        .setSummary("\uFFFF")
                        .build(),
                Entries.entry("arxiv:1").setSummary("").build(),
                Entries.entry("arxiv:1")
                        .setCategories(List.of("", " ", "cs.AI", "cs.AI"))
                        .build(),
                Entries.entry("arxiv:1").setSection(new Section("agents", "")).build(),
                Entries.entry("arxiv:1")
                        .setTitle("Quoted \u0093text\u0094 \uD800 cut")
                        .build(),
                Entries.entry("arxiv:1")
                        .setTitle("1 < 2 & 3 > 2; R&D; \"so\" 'it' is ]]>")
                        .build(),
                Entries.entry("arxiv:1")
                        .setTitle("e\u0301t\u00E9 \uD83D\uDE80 \u202Egnp")
                        .build(),
                Entries.entry("feed:a:50%off and%2").build(),
                Entries.entry("feed:a:https://example.org/?a=[1]&b={x}|<\">\\^`#one#two")
                        .build(),
                Entries.entry("feed:a:\u00E9t\u00E9").build(),
                Entries.entry("arxiv:1", Instant.parse("2026-06-03T00:00:00Z")).build(),
                Entries.entry("arxiv:1", Instant.parse("2026-06-03T00:00:00.001Z"))
                        .build());
    }

    @ParameterizedTest
    @MethodSource("oddEntries")
    void anOddEntryIsValidInEveryFeed(DigestEntry entry) {
        Validity.assertValid("/feeds/all", entry, Entries.entry("arxiv:2").build());
    }

    @Test
    void oddAddressesAreValidInEveryFeed() {
        List<String> urls = List.of(
                "",
                "not a url",
                "javascript:alert(1)",
                "mailto:ann@example.org",
                "/abs/1",
                "http://",
                "http://[::1]:8080/a",
                "http://[::1/a",
                "http://exa<mple/a",
                "http://example.org:port/",
                "http://user@example.org/a",
                "https://example.org/a[1]{2}|3^4`5\\6\"7<8>9",
                "https://example.org/100%",
                "https://example.org/%zz?q=%41#%",
                "https://example.org/#a#b",
                "https://example.org/\u00E9t\u00E9?q=\u65E5\u672C#\uD83D\uDE80",
                "https://\u65E5\u672C.example/\u672C",
                "https://xn--/",
                "https://a_b.example/",
                "https://example.org/\uFFFE",
                "HTTPS://EXAMPLE.ORG");
        Validity.assertValid(
                "/feeds/all",
                IntStream.range(0, urls.size())
                        .mapToObj(i ->
                                Entries.entry("arxiv:" + i).setUrl(urls.get(i)).build())
                        .toArray(DigestEntry[]::new));
    }

    @Test
    void entriesOfOneMomentAreAllThere() {
        DigestEntry[] entries = Stream.of("arxiv:1", "arxiv:2", "arxiv:3")
                .map(id -> Entries.entry(id).setContentHash("same").build())
                .toArray(DigestEntry[]::new);
        Validity.assertValid("/feeds/all", entries);
        try (TestWeb web = new TestWeb(Entries.digest(entries))) {
            assertThat(web.json("/feeds/all.json").get("items")).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xss-dompurify.jsonl.gz", "naughty-strings.jsonl.gz", "urltestdata-wpt.jsonl.gz"})
    void hostileTextsAreValidInEveryField(String file) throws IOException {
        List<DigestEntry> entries = new ArrayList<>();
        for (String line : Archive.lines("hostile", file)) {
            JsonNode row = new ObjectMapper().readTree(line);
            String text = Stream.of("payload", "string", "input")
                    .filter(row::hasNonNull)
                    .map(name -> row.get(name).asText())
                    .findFirst()
                    .orElse(row.asText());
            entries.add(hostile("hostile:" + entries.size() + text, text));
        }
        assertThat(entries).hasSizeGreaterThan(50);
        for (int from = 0; from < entries.size(); from += 100) {
            Validity.assertValid(
                    "/feeds/all",
                    entries.subList(from, Math.min(entries.size(), from + 100)).toArray(DigestEntry[]::new));
        }
    }

    private static DigestEntry hostile(String id, String text) {
        return Entries.entry(id)
                .setSection(new Section("section", text))
                .setTitle(text)
                .setSummary(text)
                .setUrl(text)
                .setAuthors(List.of(text, text))
                .setCategories(List.of(text, text))
                .build();
    }

    @Test
    void theListOfSourcesIsValid() {
        DigestTables tables = new DigestTables();
        int number = 0;
        for (String text : List.of("A & B", "", "\u0001", "<b>\"'", "\u00E9t\u00E9")) {
            for (String url : List.of(
                    "https://example.org/feed.xml", "https://example.org/{a}|\u00E9", "nowhere", "http://[::1/", "")) {
                String id = "s" + number++;
                tables.putDefinition(id, Validity.source(id, text, url));
            }
        }
        try (TestWeb web = new TestWeb(tables)) {
            String opml = web.get("/sources.opml").body();
            assertThat(opml).contains("https://example.org/feed.xml", "A &amp; B");
            Validity.assertNothing(opml, Validity.address(web, "/sources.opml"));
        }
    }

    @Test
    void aChangedEntryHasAnotherTimeAndTheSameIds() {
        DigestTables tables = Entries.digest(Entries.entry("arxiv:1").build());
        try (TestWeb web = new TestWeb(tables)) {
            JsonNode before = web.json("/feeds/all.json").at("/items/0");
            tables.putEntry(
                    "arxiv:1",
                    Entries.entry("arxiv:1")
                            .setTitle("Other")
                            .setContentHash("other")
                            .build());
            JsonNode after = web.json("/feeds/all.json").at("/items/0");
            assertThat(after.get("id")).isEqualTo(before.get("id"));
            assertThat(after.get("date_published")).isEqualTo(before.get("date_published"));
            assertThat(after.get("date_modified")).isNotEqualTo(before.get("date_modified"));
            String modified = "updated>" + after.get("date_modified").asText() + "<";
            assertThat(web.get("/feeds/all.atom").body()).contains(modified);
            assertThat(web.get("/feeds/all.rss").body()).contains(modified);
        }
    }
}
