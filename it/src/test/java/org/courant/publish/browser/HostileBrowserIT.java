package org.courant.publish.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.courant.publish.Entries;
import org.courant.publish.page.Links;
import org.courant.publish.stream.ChangeStream;
import org.courant.publish.view.DigestTables;
import org.courant.publish.view.EntryChange;
import org.courant.publish.view.EntryFilter;
import org.courant.publish.web.TestWeb;
import org.courant.schemas.Appearance;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.Section;
import org.courant.schemas.SourceKind;
import org.courant.schemas.SourceState;
import org.courant.schemas.SourceStatus;
import org.courant.schemas.topic.Topics;
import org.courant.service.kafka.Connection;
import org.courant.testkit.SharedData;
import org.junit.jupiter.api.Test;

/** Two hundred payloads that attack browsers, in every field, in a real browser: none does anything. */
final class HostileBrowserIT {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 24);
    private static final int MOST = 200;

    @Test
    void noPayloadRunsWhereverItStandsAndHoweverItArrives() throws IOException {
        Path folder = SharedData.requireFolder("hostile");
        List<String> payloads = new ArrayList<>(payloads(folder.resolve("xss-dompurify.jsonl.gz")));
        payloads.addAll(payloads(folder.resolve("naughty-strings.jsonl.gz")));
        assertThat(payloads).hasSizeGreaterThanOrEqualTo(MOST);
        List<String> chosen = payloads.subList(0, MOST);
        List<String> ids = chosen.stream().map(HostileBrowserIT::id).toList();
        DigestTables tables = new DigestTables();
        for (int i = 0; i < MOST; i++) {
            tables.putEntry("id " + i + ids.get(i), entry("id " + i + ids.get(i), chosen.get(i)));
        }
        file(tables);
        try (Chromium chromium = Chromium.require();
                ChangeStream stream = stream();
                TestWeb web = new TestWeb(tables, stream);
                Window window = chromium.open(new Browser.NewContextOptions(), "http://127.0.0.1:" + web.port())) {
            window.go("/");
            assertThat(window.find(".entry")).hasCount(MOST);
            window.find(".why summary").first().click();
            for (int i = 0; i < MOST; i++) {
                assertThat(web.get(Links.toEntry("id " + i + ids.get(i))).statusCode())
                        .as(Links.toEntry("id " + i + ids.get(i)))
                        .isEqualTo(200);
            }
            for (int i = 0; i < MOST; i += 10) {
                window.go(Links.toEntry("id " + i + ids.get(i)));
                assertThat(window.find(".whole")).isVisible();
                window.go("/search?q=" + URLEncoder.encode(chosen.get(i), StandardCharsets.UTF_8));
                assertThat(window.find("h1")).isVisible();
            }
            window.go("/");
            for (int i = 0; i < MOST; i++) {
                DigestEntry entry = entry("new " + i + ids.get(i), chosen.get(i));
                EntryChange change = new EntryChange(entry.getEntryId(), entry, 0, i, TestWeb.NOW);
                tables.put(change);
                stream.changed(change);
            }
            tables.putSource("s", status(chosen.get(0)));
            stream.sourcesChanged();
            file(tables);
            assertThat(window.find("#arrivals")).hasText(MOST + " new entries");
            window.find("#arrivals").click();
            assertThat(window.find(".entry")).hasCount(2 * MOST);
            window.assertWellBehaved();
        }
    }

    /** Ingestion lets no control characters into an id, and a server takes none in an address. */
    private static String id(String payload) {
        return payload.replaceAll("\\p{Cntrl}", " ");
    }

    private static ChangeStream stream() {
        ChangeStream stream = new ChangeStream(
                new Connection(
                        Map.of("bootstrap.servers", "127.0.0.1:1"),
                        Map.of("schema.registry.url", "mock://hostile"),
                        new Topics("hostile.", 1),
                        (short) 1),
                10,
                new SimpleMeterRegistry());
        stream.start();
        return stream;
    }

    private static void file(DigestTables tables) {
        List<String> ids = tables.entries(EntryFilter.ALL, Optional.empty(), 10_000).stream()
                .map(DigestEntry::getEntryId)
                .toList();
        tables.putEdition(
                DAY.toString(),
                Entries.edition(DAY, new Section("agents", "<img src=x onerror=alert(1)>"), ids)
                        .build());
    }

    private static DigestEntry entry(String id, String text) {
        return Entries.entry(id)
                .setSourceName(text)
                .setTitle(text)
                .setSummary(text)
                .setUrl(text)
                .setAuthors(List.of(text, text))
                .setCategories(List.of(text))
                .setAppearances(List.of(new Appearance(text + "1", text, null), new Appearance("forum", text, null)))
                .setSummarisedBy(text)
                .setClassifiedBy(text)
                .setContentHash("h" + text.hashCode())
                .build();
    }

    private static SourceStatus status(String text) {
        return SourceStatus.newBuilder()
                .setSourceId("s")
                .setSourceName("forum")
                .setSourceKind(SourceKind.FORUM)
                .setState(SourceState.FAILED)
                .setSince(TestWeb.NOW)
                .setMessage(text)
                .build();
    }

    private static List<String> payloads(Path file) throws IOException {
        List<String> payloads = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode row = new ObjectMapper().readTree(line);
                String payload = row.isTextual()
                        ? row.asText()
                        : row.path("payload").asText(row.path("string").asText());
                if (!payload.isBlank() && payload.length() < 2_000) {
                    payloads.add(payload);
                }
            }
        }
        return payloads;
    }
}
