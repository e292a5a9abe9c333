package org.courant.publish.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.courant.publish.Library;
import org.courant.publish.stream.ChangeStream;
import org.courant.publish.view.DigestTables;
import org.courant.publish.view.EntryChange;
import org.courant.publish.view.EntryFilter;
import org.courant.publish.web.TestWeb;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.SourceKind;
import org.courant.schemas.SourceState;
import org.courant.schemas.topic.Topics;
import org.courant.service.kafka.Connection;
import org.courant.testkit.SharedData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page in a real browser, with a day of real papers. */
final class PageBrowserIT {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 24);

    private Chromium chromium;
    private DigestTables tables;
    private ChangeStream stream;
    private TestWeb web;
    private List<DigestEntry> arriving;
    private long offset;

    @BeforeEach
    void start() {
        chromium = Chromium.require();
        var folder = SharedData.requireFolder("arxiv");
        tables = Library.tables(folder, DAY, 120);
        arriving = Library.entries(folder, DAY, 900).subList(800, 820);
        stream = new ChangeStream(
                new Connection(
                        Map.of("bootstrap.servers", "127.0.0.1:1"),
                        Map.of("schema.registry.url", "mock://browser"),
                        new Topics("browser.", 1),
                        (short) 1),
                100,
                new SimpleMeterRegistry());
        stream.start();
        web = new TestWeb(tables, stream);
    }

    @AfterEach
    void stop() {
        if (web != null) {
            stream.close();
            web.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everyPageCanBeReadByEverybodyInBothColours(ColorScheme colours) {
        String name = colours == ColorScheme.DARK ? "dark" : "light";
        tables.putSource(
                "gradient",
                Library.status(
                        "The Gradient",
                        SourceKind.MEDIA,
                        SourceState.FAILED,
                        "the host answered 503; it is tried again in 6 hours",
                        DAY.atStartOfDay().toInstant(ZoneOffset.UTC),
                        DAY));
        try (Window window =
                open(new Browser.NewContextOptions().setViewportSize(1280, 1000).setColorScheme(colours))) {
            for (String path : List.of(
                    "/",
                    "/?kind=forum",
                    "/editions/2026-06-24/reasoning",
                    "/search?q=language+models",
                    "/search?q=nothingofthekind",
                    "/entries/none")) {
                window.go(path);
                window.picture(name + path.replaceAll("[^a-z0-9]+", "-"));
                window.assertAccessible();
            }
            window.go("/");
            window.find(".why summary").first().click();
            window.find(".strip summary").click();
            window.picture(name + "-opened");
            window.assertAccessible();
            window.find(".permalink").first().click();
            window.find("summary").last().click();
            window.picture(name + "-entry");
            window.assertAccessible();
        }
    }

    @Test
    void aPhoneShowsItAllWithoutScrollingSideways() {
        try (Window window =
                open(new Browser.NewContextOptions().setViewportSize(390, 844).setIsMobile(true))) {
            for (String path : List.of("/", "/search?q=robot", "/editions/2026-06-24/agents")) {
                window.go(path);
                window.picture("phone" + path.replaceAll("[^a-z0-9]+", "-"));
                assertThat((int) window.page().evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isLessThanOrEqualTo(390);
                window.assertAccessible();
            }
            window.assertWellBehaved();
        }
    }

    @Test
    void onPaperThereAreEntriesAndNothingElse() {
        try (Window window = open(new Browser.NewContextOptions())) {
            window.go("/");
            window.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            window.picture("print");
            assertThat(window.find(".search")).not().isVisible();
            assertThat(window.find(".calendar")).not().isVisible();
            assertThat(window.find(".entry").first()).isVisible();
        }
    }

    @Test
    void aReaderFiltersSearchesAndFollowsPermalinks() {
        try (Window window = open(new Browser.NewContextOptions())) {
            window.go("/");
            assertThat(window.find("h1")).hasText("Wednesday, 24 June 2026");
            window.find(".kinds a", "Forums").click();
            assertThat(window.find(".badge:not(.forum)")).hasCount(0);
            assertThat(window.find(".entry").first()).isVisible();
            window.find(".calendar a", "23").click();
            assertThat(window.find("h1")).hasText("Tuesday, 23 June 2026");
            window.find(".toc a", "Agents").click();
            assertThat(window.page()).hasURL(Pattern.compile(".*#section-agents"));
            window.find("#q").fill("\"language models\" -video");
            window.press("Enter");
            assertThat(window.find(".facts")).hasText(Pattern.compile("\\d+ entries"));
            String title = window.find(".entry h3").first().innerText();
            window.find(".permalink").first().click();
            assertThat(window.find("h1")).hasText(title);
            window.assertWellBehaved();
        }
    }

    @Test
    void everythingButWhatIsAliveWorksWithoutScripts() {
        try (Window window = open(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            window.go("/");
            window.find(".why summary").first().click();
            assertThat(window.find(".why p").first()).containsText("sure. Summary by");
            assertThat(window.find("#keys-button")).not().isVisible();
            window.find("#q").fill("robot");
            window.press("Enter");
            assertThat(window.find(".entry").first()).isVisible();
        }
    }

    @Test
    void keysLeadThroughThePage() {
        try (Window window = open(new Browser.NewContextOptions())) {
            window.go("/");
            List<String> ids = new ArrayList<>();
            window.find(".entry").all().stream().limit(3).forEach(entry -> ids.add(entry.getAttribute("data-id")));
            List<Object> focused = new ArrayList<>();
            for (String key : List.of("j", "j", "j", "k")) {
                window.press(key);
                focused.add(window.page().evaluate("document.activeElement.dataset.id"));
            }
            assertThat(focused).containsExactly(ids.get(0), ids.get(1), ids.get(2), ids.get(1));
            window.press("i");
            assertThat(window.find(".entry:focus-within .why p, .entry .why[open] p")
                            .first())
                    .isVisible();
            window.press("?");
            assertThat(window.find("#keys")).isVisible();
            window.picture("keys");
            window.press("Escape");
            assertThat(window.find("#keys")).not().isVisible();
            window.press("/");
            assertThat(window.find("#q")).isFocused();
            window.press("Escape");
            window.press(",");
            assertThat(window.find("h1")).hasText("Tuesday, 23 June 2026");
            window.assertWellBehaved();
        }
    }

    @Test
    void entriesThatArriveWaitForTheReaderAndMoveNothing() {
        try (Window window = open(new Browser.NewContextOptions())) {
            window.go("/");
            assertThat(window.find("#arrivals")).not().isVisible();
            window.find(".entry").nth(20).focus();
            window.find(".entry").nth(20).scrollIntoViewIfNeeded();
            String reading = window.find(".entry").nth(20).getAttribute("data-id");
            double top = top(window, reading);

            arriving.subList(0, 3).forEach(this::publish);
            assertThat(window.find("#arrivals")).hasText("3 new entries");
            assertThat(top(window, reading)).isCloseTo(top, within(1.0));
            window.picture("arrivals");
            file();
            window.press("n");
            assertThat(window.find("#arrivals")).not().isVisible();
            assertThat(window.find(".entry[data-id='" + arriving.get(0).getEntryId() + "']"))
                    .hasCount(1);
            assertThat(top(window, reading)).isCloseTo(top, within(1.0));

            publish(DigestEntry.newBuilder(arriving.get(0))
                    .setTitle("A better title")
                    .setContentHash("another hash")
                    .build());
            assertThat(window.find("#arrivals")).hasText("1 change");
            window.find("#arrivals").click();
            assertThat(window.find(".entry h3", "A better title")).hasCount(1);
            window.assertWellBehaved();
        }
    }

    @Test
    void aSourceThatGoesStaleIsSaidPlainlyWhileThePageIsOpen() {
        try (Window window = open(new Browser.NewContextOptions())) {
            window.go("/");
            assertThat(window.find(".strip summary")).hasText("All 5 sources are up to date");
            tables.putSource(
                    "cs.AI",
                    Library.status(
                            "arXiv cs.AI",
                            SourceKind.ARXIV,
                            SourceState.STALLED,
                            "the list of 24 June was not replaced",
                            TestWeb.NOW.minus(Duration.ofHours(3)),
                            DAY));
            stream.sourcesChanged();
            assertThat(window.find(".strip summary")).hasText("1 of 5 sources needs attention");
            assertThat(window.find(".alert"))
                    .hasText(
                            Pattern.compile("arXiv cs.AI has been stale since .* \\(3h ago\\): the list of 24 June.*"));
            window.picture("stale");
            window.assertWellBehaved();
        }
    }

    private void publish(DigestEntry entry) {
        EntryChange change = new EntryChange(entry.getEntryId(), entry, 0, offset++, TestWeb.NOW);
        tables.put(change);
        stream.changed(change);
    }

    /** Writes the edition anew, with everything that is of the day. */
    private void file() {
        List<DigestEntry> entries = tables.entries(EntryFilter.ALL, Optional.empty(), 10_000);
        tables.putEdition(
                DAY.toString(),
                Library.edition(
                        DAY,
                        entries.stream()
                                .filter(entry -> entry.getEdition().equals(DAY))
                                .toList()));
    }

    private static double top(Window window, String id) {
        return ((Number) window.page()
                        .evaluate(
                                "id => document.querySelector(`.entry[data-id=\"${id}\"]`).getBoundingClientRect().top",
                                id))
                .doubleValue();
    }

    private Window open(Browser.NewContextOptions options) {
        return chromium.open(options, "http://127.0.0.1:" + web.port());
    }
}
