package org.courant.publish.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.courant.publish.Entries;
import org.courant.publish.feed.rules.FeedRules;
import org.courant.publish.feed.rules.Finding;
import org.courant.publish.feed.rules.JsonFeedRules;
import org.courant.publish.view.DigestTables;
import org.courant.schemas.DigestEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The control of {@link FeedValidityTest}: an error in what the server says is found. */
final class FeedErrorsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/feeds/all.atom | <updated>[^<]*</updated>         |                             | MissingElement",
                "/feeds/all.atom | <id>arxiv:2<                     | <id>arxiv:1<                | DuplicateEntries",
                "/feeds/all.atom | (<published>[^<]*)Z<             | $1<                         | InvalidRFC3339Date",
                "/feeds/all.atom | rel=\"alternate\" href=\"https: | rel=\"alternate\" href=\"ht tps: | InvalidLink",
                "/feeds/all.atom | <name>Ann<                       | <name> <                    | NotBlank",
                "/feeds/all.atom | <summary>                        | <summary type=\"text/plain\"> | InvalidTextType",
                "/feeds/all.rss  | >arxiv:2<                        | >arxiv:1<                   | DuplicateValue",
                "/feeds/all.rss  | <pubDate>Wed, 24                 | <pubDate>Wed, 34            | InvalidRFC2822Date",
                "/feeds/all.rss  | isPermaLink=\"false\"             |                             | InvalidHttpGUID",
                "/feeds/all.rss  | <description>Summary             | <description>&lt;script>    | SecurityRisk",
                "/feeds/all.rss  | (<dc:creator>)                   | <author>Ann</author>$1      | DuplicateItemSemantics",
                "/feeds/all.rss  | <title>Title[^<]*</title>        | <headline/>                 | UndefinedElement",
                "/sources.opml   | xmlUrl=                          | url=                        | MissingXmlURL",
                "/sources.opml   | <head>                           | <body></body><head>         | DuplicateElement"
            })
    void aPlantedErrorIsFound(String path, String from, @Nullable String to, String event) {
        DigestTables tables = Entries.digest(
                Entries.entry("arxiv:1").build(), Entries.entry("arxiv:2").build());
        tables.putDefinition("s", Validity.source("s", "Source", "https://example.org/feed.xml"));
        try (TestWeb web = new TestWeb(tables)) {
            String good = web.get(path).body();
            Validity.assertNothing(good, Validity.address(web, path));
            assertThat(FeedRules.check(
                            Validity.bytes(good.replaceAll(from, to == null ? "" : to)), Validity.address(web, path)))
                    .extracting(Finding::event)
                    .contains(event);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version/1.1              | version/1       | version: is not",
                "\"arxiv:2\"            | \"arxiv:1\"   | id is there twice",
                "\"https://arxiv.org     | \"//arxiv.org  | url is no address",
                "(date_published[^Z]*)Z   | $1              | date_published is not",
                "\"Summary of arxiv:1.\" | null            | no content",
                "\"tags\":\\[         | \"tags\":[\" \", | a tag is blank",
                "\"name\":\"Ann\"     | \"name\":null | null"
            })
    void aPlantedErrorIsFoundInJson(String from, String to, String sentence) {
        DigestTables tables = Entries.digest(
                Entries.entry("arxiv:1").build(), Entries.entry("arxiv:2").build());
        try (TestWeb web = new TestWeb(tables)) {
            String bad = web.get("/feeds/all.json").body().replaceAll(from, to);
            assertThat(JsonFeedRules.check(Validity.bytes(bad), Validity.address(web, "/feeds/all.json")))
                    .anySatisfy(found -> assertThat(found).contains(sentence));
        }
    }

    @Test
    void whatIsAcceptedOccurs() {
        DigestEntry entry = Entries.entry("arxiv:1%61")
                .setTitle("The <b> tag")
                .setSummary("")
                .build();
        try (TestWeb web = new TestWeb(Entries.digest(entry))) {
            assertThat(Stream.of("/feeds/all.atom", "/feeds/all.rss")
                            .flatMap(path ->
                                    FeedRules.check(Validity.bytes(web.get(path).body()), Validity.address(web, path))
                                            .stream())
                            .filter(finding -> !finding.isPraise())
                            .map(Finding::event))
                    .containsAll(Validity.ACCEPTED.keySet());
        }
    }
}
