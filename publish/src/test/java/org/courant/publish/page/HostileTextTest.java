package org.courant.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.courant.publish.Entries;
import org.courant.publish.Stories;
import org.courant.publish.view.DigestTables;
import org.courant.schemas.Appearance;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.Provenance;
import org.courant.schemas.Section;
import org.courant.schemas.SourceState;
import org.courant.schemas.SourceStatus;
import org.courant.testkit.SharedData;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a feed says, in whichever field: it is text on the page and nothing else. */
final class HostileTextTest {
    private static final String HARMLESS = "harmless";

    private final Pages pages = new Pages(new Assets());
    private final PageModels models = new PageModels(() -> Instant.parse("2026-06-27T09:30:00Z"));
    private final EditionModels editions = new EditionModels(() -> Instant.parse("2026-06-27T09:30:00Z"));
    private final List<List<String>> harmless =
            pages(HARMLESS).stream().map(HostileTextTest::skeleton).toList();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</title><script>alert(1)</script>",
                "\" onmouseover=\"alert(1)",
                "' onfocus='alert(1)' autofocus='",
                "javascript:alert(1)",
                "</p></article><img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "]]><!--<script>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "${7*7} #{7*7} @if(true) !{x}",
                "\u202Egnp.exe\u202C \uFEFF \uD83D\uDE80"
            })
    void aPayloadIsShownAndDoesNothing(String payload) {
        assertInert(payload);
        assertThat(pages(payload).get(0).select("article.entry h3").text())
                .isEqualTo(Jsoup.parse("").text(payload).text());
    }

    @Test
    void everyPayloadOfTheCorpusOfASanitizerDoesNothing() throws IOException {
        List<String> payloads = payloads(SharedData.requireFolder("hostile").resolve("xss-dompurify.jsonl.gz"));
        assertThat(payloads).hasSizeGreaterThan(50);
        payloads.forEach(this::assertInert);
    }

    @Test
    void everyNaughtyStringDoesNothing() throws IOException {
        List<String> payloads = payloads(SharedData.requireFolder("hostile").resolve("naughty-strings.jsonl.gz"));
        assertThat(payloads).hasSizeGreaterThan(100);
        payloads.forEach(this::assertInert);
    }

    @Test
    void onlyAddressesOnTheWebBecomeLinks() {
        Document page = pages("javascript:alert(1)").get(0);
        assertThat(page.select("article.entry h3").hasText()).isTrue();
        assertThat(page.select("article.entry h3 a")).isEmpty();
    }

    private void assertInert(String payload) {
        List<Document> hostile = pages(payload);
        for (int page = 0; page < hostile.size(); page++) {
            assertThat(skeleton(hostile.get(page))).as(payload).isEqualTo(harmless.get(page));
            assertInert(payload, hostile.get(page));
        }
        assertInert(payload, search(payload));
    }

    private static void assertInert(String payload, Document document) {
        for (Element element : document.getAllElements()) {
            assertThat(element.tagName()).as(payload).isNotIn("iframe", "object", "base", "style");
            if (element.tagName().equals("script")) {
                assertThat(element.attr("src")).as(payload).startsWith("/assets/");
                assertThat(element.data()).as(payload).isEmpty();
            }
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey())
                        .as(payload)
                        .doesNotStartWith("on")
                        .isNotEqualTo("style");
            }
            String href = element.attr("href").toLowerCase(Locale.ROOT);
            assertThat(href).as(payload).matches("|[/#].*|https?://.*");
        }
    }

    /** What a search for the text answers. */
    private Document search(String text) {
        byte[] page = pages.search(models.search(Entries.digest(), text, Optional.empty(), Optional.empty()));
        return Jsoup.parse(new String(page, StandardCharsets.UTF_8));
    }

    /** Elements and the names of their attributes, in document order. */
    private static List<String> skeleton(Document page) {
        return page.getAllElements().stream()
                .map(element -> element.tagName()
                        + element.attributes().asList().stream()
                                .map(Attribute::getKey)
                                .toList())
                .toList();
    }

    private List<Document> pages(String text) {
        LocalDate date = LocalDate.of(2026, 6, 24);
        String id = "entry";
        DigestTables tables = new DigestTables();
        tables.putEntry(id, entry(id, text));
        tables.putEdition(
                "2026-06-24",
                Entries.edition(date, new Section(text, text), List.of(id)).build());
        tables.putSource(
                "s",
                SourceStatus.newBuilder()
                        .setSourceId(text)
                        .setSourceName(text)
                        .setState(SourceState.FAILED)
                        .setSince(Stories.MORNING)
                        .setMessage(text)
                        .build());
        return Stream.of(
                        editions.edition(tables, date, Optional.empty()).map(pages::edition),
                        editions.section(tables, date, text, Optional.empty(), 1)
                                .map(pages::section),
                        models.entry(tables, id).map(pages::entry))
                .map(page -> Jsoup.parse(new String(page.orElseThrow(), StandardCharsets.UTF_8)))
                .toList();
    }

    private static DigestEntry entry(String id, String text) {
        return Entries.entry(id)
                .setSection(new Section(text, text))
                .setSourceName(text)
                .setTitle(text)
                .setSummary(text)
                .setUrl(text)
                .setAuthors(List.of(text, text))
                .setCategories(List.of(text))
                .setAppearances(List.of(new Appearance(text + "1", text, null), new Appearance(text, text, null)))
                .setAbsorbed(List.of(text))
                .setSummarisedBy(text)
                .setClassifiedBy(text)
                .setContentHash(text)
                .setProvenance(List.of(new Provenance(text, 0, 0L, text)))
                .build();
    }

    private static List<String> payloads(Path file) throws IOException {
        List<String> payloads = new ArrayList<>();
        ObjectMapper mapper = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode row = mapper.readTree(line);
                String payload = row.isTextual()
                        ? row.asText()
                        : row.path("payload").asText(row.path("string").asText());
                // Blank texts leave elements out; addresses on the web become links.
                if (!payload.isBlank() && Links.toWeb(payload).isEmpty()) {
                    payloads.add(payload);
                }
            }
        }
        return payloads;
    }
}
