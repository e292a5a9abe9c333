package org.courant.publish.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.courant.publish.Entries;
import org.courant.publish.view.DigestTables;
import org.courant.schemas.Connector;
import org.courant.schemas.Section;
import org.courant.schemas.Source;
import org.courant.schemas.SourceKind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FeedRoutesTest {
    private final DigestTables tables = Entries.digest(
            Entries.entry("arxiv:1").build(),
            Entries.entry("forum:2")
                    .setSourceKind(SourceKind.FORUM)
                    .setSection(new Section("community & co", "Community"))
                    .build());
    private final TestWeb web = new TestWeb(tables);

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void aFeedHasTheWholeDigestASectionOrAKind() {
        assertThat(ids("/feeds/all.atom")).containsExactly("arxiv:1", "forum:2");
        assertThat(ids("/feeds/agents.atom")).containsExactly("arxiv:1");
        assertThat(ids("/feeds/community%20%26%20co.atom")).containsExactly("forum:2");
        assertThat(ids("/feeds/kinds/forum.atom")).containsExactly("forum:2");
        assertThat(xml("/feeds/all.rss").select("item > guid").eachText()).containsExactly("arxiv:1", "forum:2");
        assertThat(web.json("/feeds/all.json").get("items")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/none.atom", "/feeds/all.pdf", "/feeds/kinds/none.rss", "/feeds/all"})
    void whatIsNoFeedIsAProblem(String path) {
        assertThat(web.get(path).statusCode()).isEqualTo(404);
        assertThat(web.get(path).headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
    }

    @Test
    void pagesNameTheFeedsAndTheFeedsNameThemselves() {
        List<String> named = web.page("/").select("link[rel=alternate]").eachAttr("href");
        assertThat(named).containsExactly("/feeds/all.atom", "/feeds/all.rss", "/feeds/all.json");
        named.forEach(path -> assertThat(web.get(path).statusCode()).isEqualTo(200));
        assertThat(web.page("/editions/2026-06-24/agents")
                        .select("link[rel=alternate]")
                        .eachAttr("href"))
                .contains("/feeds/agents.atom");
        assertThat(xml("/feeds/all.atom").select("feed > link[rel=self]").attr("href"))
                .isEqualTo("http://127.0.0.1:" + web.port() + "/feeds/all.atom");
        try (TestWeb elsewhere = new TestWeb(
                tables,
                new WebSettings(Optional.of("https://digest.example.org"), List.of(), 0, Optional.empty(), 1))) {
            assertThat(elsewhere.get("/feeds/all.rss").body())
                    .contains("href=\"https://digest.example.org/feeds/all.rss\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/all.atom", "/feeds/all.rss", "/feeds/all.json"})
    void aFeedThatHasNotChangedIsNotSentAgain(String path) {
        HttpResponse<String> first = web.get(path);
        String etag = first.headers().firstValue("ETag").orElseThrow();
        String modified = first.headers().firstValue("Last-Modified").orElseThrow();
        assertThat(web.get(path, "If-None-Match", etag).statusCode()).isEqualTo(304);
        assertThat(web.get(path, "If-Modified-Since", modified).statusCode()).isEqualTo(304);
        tables.putEntry(
                "arxiv:1", Entries.entry("arxiv:1").setContentHash("other").build());
        assertThat(web.get(path, "If-None-Match", etag).statusCode())
                .as("the content has changed, though its record has the same time")
                .isEqualTo(200);
    }

    @Test
    void sourcesThatAreFeedsAreListedWithoutSecrets() {
        tables.putDefinition("1", source("a", Connector.FEED, "https://a.example/feed.xml", Map.of()));
        tables.putDefinition("2", source("b", Connector.DISCOURSE, "https://forum.example/", Map.of()));
        tables.putDefinition("3", source("c", Connector.ARXIV, "https://rss.arxiv.org", Map.of("category", "cs.AI")));
        tables.putDefinition("4", source("d", Connector.FEED, "https://user:secret@d.example/feed", Map.of()));
        tables.putDefinition("6", source("f", Connector.FEED, "https://user:secret@d.example/\u2028", Map.of()));
        tables.putDefinition("7", source("g", Connector.FEED, "https://us{er:secret@d.example/", Map.of()));
        tables.putDefinition("5", source("e", Connector.FILE, "/etc/items.ndjson", Map.of()));
        assertThat(xml("/sources.opml").select("outline").eachAttr("xmlUrl"))
                .containsExactly(
                        "https://a.example/feed.xml",
                        "https://forum.example/latest.rss",
                        "https://rss.arxiv.org/rss/cs.AI");
        assertThat(web.get("/sources.opml").body()).doesNotContain("secret");
    }

    private static Source source(String id, Connector connector, String url, Map<String, String> options) {
        return Source.newBuilder()
                .setId(id)
                .setConnector(connector)
                .setName("Name of " + id)
                .setUrl(url)
                .setPolitenessGroup("group")
                .setPollIntervalMillis(60_000)
                .setOptions(options)
                .build();
    }

    private List<String> ids(String path) {
        return xml(path).select("entry > id").eachText();
    }

    private Document xml(String path) {
        return Jsoup.parse(web.get(path).body(), "", Parser.xmlParser());
    }
}
