package org.courant.publish.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.courant.publish.Entries;
import org.courant.publish.Stories;
import org.courant.publish.page.Links;
import org.courant.publish.view.DigestTables;
import org.courant.schemas.Appearance;
import org.courant.schemas.Batch;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.Section;
import org.courant.schemas.SourceState;
import org.courant.schemas.SourceStatus;
import org.courant.service.CannotStart;
import org.courant.service.health.Health;
import org.courant.service.health.HealthRoutes;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebServerTest {
    private static final String URL_ID = "url:https://a.example/b c?d=%20&e#f\\\\g";

    private final DigestTables tables = Entries.digest(
            Entries.entry("arxiv:1")
                    .setVersion(2)
                    .setAppearances(List.of(
                            new Appearance("arXiv cs.AI", "https://arxiv.org/abs/1", Stories.MORNING),
                            new Appearance("arXiv cs.CL", "https://arxiv.org/abs/1", null),
                            new Appearance("arXiv cs.LG", "https://arxiv.org/abs/1", null)))
                    .setAbsorbed(List.of("feed:x"))
                    .build(),
            Entries.entry(URL_ID).build());
    private final TestWeb web = new TestWeb(tables);

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void theNewestEditionStandsAtTheRootBySection() {
        Document page = web.page("/");
        assertThat(page.selectXpath("//h1").text()).isEqualTo("Wednesday, 24 June 2026");
        assertThat(page.select(".toc li").eachText()).containsExactly("Agents 2");
        assertThat(page.select("article.entry")).hasSize(2);
        assertThat(page.expectFirst("article.entry").select(".meta").text())
                .isEqualTo("arxiv arXiv cs.AI · 3d ago · v2");
        assertThat(page.expectFirst("article.entry").select(".more").text())
                .startsWith("also in cs.CL, cs.LG Ann, Bo permalink");
        assertThat(page.select("time[datetime=2026-06-24T06:00:00Z]").attr("title"))
                .isEqualTo("24 June 2026, 06:00 UTC");
        assertThat(page.select("main, header, footer, nav[aria-labelledby], a.skip[href=#main]"))
                .hasSizeGreaterThanOrEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"arxiv:1", URL_ID})
    void everyPermalinkOfAPageLeadsToItsEntry(String id) {
        String link = web.page("/")
                .expectFirst("article:contains(Title of " + (id.startsWith("url") ? "url" : id) + ") a.permalink")
                .attr("href");
        assertThat(link).isEqualTo(Links.toEntry(id));
        assertThat(web.page(link).select("h1").text()).isEqualTo("Title of " + id);
        assertThat(web.json("/api" + link).get("entryId").asText()).isEqualTo(id);
    }

    @Test
    void anAbsorbedEntryRedirectsToTheOneThatTookItOver() {
        HttpResponse<String> page = web.get("/entries/feed:x");
        assertThat(page.statusCode()).isEqualTo(308);
        assertThat(page.headers().firstValue("Location")).contains("/entries/arxiv:1");
        assertThat(web.get("/api/entries/feed:x").headers().firstValue("Location"))
                .contains("/api/entries/arxiv:1");
    }

    @Test
    void entriesComeInPagesThatLeadToOneAnother() {
        for (int i = 0; i < 7; i++) {
            DigestEntry entry = Entries.entry("more:" + i, Stories.MORNING.minus(Duration.ofHours(i)))
                    .build();
            tables.putEntry(entry.getEntryId(), entry);
        }
        List<String> ids = new ArrayList<>();
        String path = "/api/entries?section=agents&limit=4";
        String next = path;
        while (next != null) {
            JsonNode page = web.json(next);
            page.get("items").forEach(entry -> ids.add(entry.get("entryId").asText()));
            next = page.get("next").isNull()
                    ? null
                    : path + "&cursor=" + page.get("next").asText();
        }
        assertThat(ids).hasSize(9).doesNotHaveDuplicates().contains("arxiv:1", URL_ID);
        assertThat(web.get(path).headers().firstValue("Link").orElseThrow())
                .matches("</api/entries\\?section=agents&limit=4&cursor=[A-Za-z0-9_-]+>; rel=\"next\"");
    }

    @Test
    void entriesAreFilteredBySourceAndEdition() {
        assertThat(web.json("/api/entries?source=arXiv%20cs.LG").get("items")).hasSize(1);
        assertThat(web.json("/api/entries?edition=2026-06-24").get("items")).hasSize(2);
        assertThat(web.json("/api/entries?edition=2026-06-23").get("items")).isEmpty();
        assertThat(web.json("/api/entries?section=none").get("items")).isEmpty();
    }

    @Test
    void anEntryHasTheFieldsOfTheContract() {
        JsonNode entry = web.json("/api/entries/arxiv:1");
        DigestEntry.getClassSchema()
                .getFields()
                .forEach(field ->
                        assertThat(entry.has(field.name())).as(field.name()).isTrue());
        assertThat(entry.get("publishedAt").asText()).isEqualTo("2026-06-24T06:00:00Z");
        assertThat(entry.get("edition").asText()).isEqualTo("2026-06-24");
        assertThat(entry.get("appearances").get(1).get("publishedAt").isNull()).isTrue();
    }

    @Test
    void editionsSectionsAndSourcesAreListed() {
        tables.putSource("a", status("The Gradient", SourceState.FAILED, "The host answered 503."));

        assertThat(web.json("/api/editions").get("items").get(0).get("date").asText())
                .isEqualTo("2026-06-24");
        assertThat(web.json("/api/editions/2026-06-24").get("sections").get(0).get("entryIds"))
                .hasSize(2);
        JsonNode section = web.json("/api/sections").get("items").get(0);
        assertThat(section.get("title").asText()).isEqualTo("Agents");
        assertThat(section.get("entries").asInt()).isEqualTo(2);
        JsonNode source = web.json("/api/sources").get("items").get(0);
        assertThat(source.get("state").asText()).isEqualTo("FAILED");
        assertThat(source.get("lastBatch").get("expected").asInt()).isEqualTo(120);
        Document page = web.page("/");
        assertThat(page.select(".chip.failed").text()).isEqualTo("The Gradient failing 118 of 120");
        assertThat(page.select(".alert").text())
                .isEqualTo(
                        "The Gradient has been failing since 24 June 2026, 06:00 UTC (3d ago): The host answered 503.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/entries?limit=0",
                "/api/entries?limit=501",
                "/api/entries?limit=9999999999999",
                "/api/entries?edition=yesterday",
                "/api/entries?cursor=nonsense!"
            })
    void aBadParameterIsAProblemThatNamesIt(String path) {
        HttpResponse<String> answer = web.get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(web.json(path).get("title").asText()).isEqualTo("Bad Request");
        assertThat(web.json(path).get("detail").asText())
                .startsWith("parameter ")
                .contains("expected");
    }

    @Test
    void whatIsNotThereIsAProblemForProgramsAndAPageForPeople() {
        HttpResponse<String> api = web.get("/api/entries/none");
        assertThat(api.statusCode()).isEqualTo(404);
        assertThat(web.json("/api/entries/none").get("detail").asText()).isEqualTo("no entry 'none'");
        assertThat(web.json("/api/none").get("status").asInt()).isEqualTo(404);
        HttpResponse<String> page = web.get("/entries/none");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(page.body()).contains("There is no entry 'none'");
        assertThat(web.get("/editions/2026-01-01").statusCode()).isEqualTo(404);
        assertThat(web.get("/editions/yesterday").statusCode()).isEqualTo(404);
        assertThat(web.send("POST", "/api/entries").statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/entries", "/none", "/api/none", "/healthz", "/assets/courant.css"})
    void everyAnswerForbidsWhatIsForeign(String path) {
        HttpResponse<String> answer = web.get(path);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'self'")
                .contains("frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/entries", "/assets/courant.css"})
    void whoHasAnAnswerAlreadyHearsThatNothingHasChanged(String path) {
        String etag = web.get(path).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = web.get(path, "If-None-Match", "\"other\", " + etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        tables.putEntry("new", Entries.entry("new").build());
        tables.putEntry("arxiv:1", null);
        if (!path.startsWith("/assets")) {
            assertThat(web.get(path, "If-None-Match", etag).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void answersAreCompressedForWhoTakesThem() {
        HttpResponse<String> answer = web.get("/", "Accept-Encoding", "gzip");
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() {
        HttpResponse<String> head = web.send("HEAD", "/api/entries");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("ETag"))
                .isEqualTo(web.get("/api/entries").headers().firstValue("ETag"));
    }

    @Test
    void aLargeSectionIsShownInPart() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            DigestEntry entry = Entries.entry("many:" + i).build();
            tables.putEntry(entry.getEntryId(), entry);
            ids.add(entry.getEntryId());
        }
        tables.putEdition(
                "2026-06-25",
                Entries.edition(LocalDate.of(2026, 6, 25), new Section("agents & tools", "Agents & tools"), ids)
                        .build());

        Document edition = web.page("/editions/2026-06-25");
        assertThat(edition.select("article.entry:not(.brief)")).hasSize(120);
        assertThat(edition.select("article.brief")).hasSize(130);
        String all = edition.select(".all a").attr("href");
        Document section = web.page(all);
        assertThat(section.select("article.entry")).hasSize(100);
        Document last = web.page(all + "?page=3");
        assertThat(last.select("article.entry h3").eachText()).hasSize(50).endsWith("Title of many:249");
        assertThat(web.get(all + "?page=4").statusCode()).isEqualTo(404);
    }

    @Test
    void anEmptyDigestSaysWhatToDoAndAStartingOneToWait() {
        try (TestWeb empty = new TestWeb(new DigestTables());
                TestWeb starting = new TestWeb(new DigestTables(), false)) {
            assertThat(empty.get("/").statusCode()).isEqualTo(200);
            assertThat(empty.page("/").select("pre").text()).contains("courant sources apply");
            assertThat(starting.get("/").statusCode()).isEqualTo(503);
            assertThat(starting.get("/").headers().firstValue("Retry-After")).contains("5");
        }
    }

    @Test
    void healthMetricsAndTopologyAreAnswered() {
        web.get("/entries/none");
        assertThat(web.get("/healthz").body()).isEqualTo("fine\n");
        assertThat(web.get("/readyz").statusCode()).isEqualTo(200);
        assertThat(web.get("/topology").body()).isEqualTo("Topologies:");
        assertThat(web.get("/metrics").body())
                .contains(
                        "courant_publish_http_requests_seconds_count{method=\"GET\",route=\"/entries/<id>\",status=\"404\"} 1");
    }

    @Test
    void aPortInUseIsOneClearLine() {
        assertThatThrownBy(() -> WebServer.start(
                        new WebServer.Content(
                                () -> tables,
                                () -> true,
                                Optional.empty(),
                                new HealthRoutes(() -> Health.ready("x"), () -> "", web.meters),
                                web.meters,
                                () -> Instant.EPOCH),
                        WebSettings.UNLIMITED,
                        "127.0.0.1",
                        web.port()))
                .isInstanceOf(CannotStart.class)
                .hasMessage("publish: cannot listen on 127.0.0.1:" + web.port()
                        + " (Address already in use); set publish.port or publish.host to another")
                .hasMessageNotContaining("\n");
    }

    private static SourceStatus status(String name, SourceState state, String message) {
        return SourceStatus.newBuilder()
                .setSourceId("a")
                .setSourceName(name)
                .setState(state)
                .setSince(Stories.MORNING)
                .setLastBatch(new Batch(LocalDate.of(2026, 6, 24), 120, 118))
                .setMessage(message)
                .build();
    }
}
