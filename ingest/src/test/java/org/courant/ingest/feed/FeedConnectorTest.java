package org.courant.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.courant.ingest.fixture.Polls;
import org.courant.ingest.source.Fetched;
import org.courant.schemas.Connector;
import org.courant.schemas.SourceItem;
import org.courant.testkit.HttpAnswer;
import org.courant.testkit.HttpFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedConnectorTest {
    private final HttpFixture site = HttpFixture.start();
    private final Polls polls = polls(site.uri("/feed"), Duration.ofSeconds(20));

    @AfterEach
    void close() {
        polls.close();
        site.close();
    }

    @Test
    void anEntryBecomesAnItem() throws InterruptedException {
        serve(
                "<item><title>One</title><link>https://example.org/1?utm_source=rss</link><guid>g1</guid>"
                        + "<description>&lt;p&gt;Text&lt;/p&gt;</description><pubDate>Fri, 03 Oct 2025 10:00:00 GMT</pubDate></item>");
        Fetched.Items fetched = polls.items();
        assertThat(fetched.listed()).isEqualTo(1);
        assertThat(fetched.more()).isFalse();
        assertThat(fetched.batchDate()).isEqualTo(LocalDate.parse("2025-10-03"));
        SourceItem item = fetched.items().get(0);
        assertThat(item.getItemId()).isEqualTo("feed:test:g1");
        assertThat(item.getIdentities()).containsExactly("url:https://example.org/1", "feed:test:g1");
        assertThat(item.getTitle()).isEqualTo("One");
        assertThat(item.getBody()).isEqualTo("Text");
        assertThat(item.getUrl()).isEqualTo("https://example.org/1?utm_source=rss");
        assertThat(item.getSourceName()).isEqualTo("A test");
        assertThat(item.getPublishedAt()).isEqualTo(Instant.parse("2025-10-03T10:00:00Z"));
        assertThat(item.getFetchedAt()).isEqualTo(Polls.NOW);
        assertThat(item.getFetchUrl()).isEqualTo(site.uri("/feed").toString());
        assertThat(item.getContentHash()).hasSize(64);
    }

    @Test
    void theSecondPollIsConditional() throws InterruptedException {
        site.route(
                "/feed",
                request -> request.header("If-None-Match").isPresent()
                        ? HttpAnswer.of(304, "")
                        : HttpAnswer.ok(rss("<item><title>One</title></item>")).with("ETag", "\"v1\""));
        polls.items();
        assertThat(polls.poll()).isInstanceOf(Fetched.NotModified.class);
        assertThat(polls.cursor().getEtag()).isEqualTo("\"v1\"");
        assertThat(site.requests().get(1).header("If-None-Match")).contains("\"v1\"");
    }

    @Test
    void theSameBodyUnderAnotherTagIsNotNew() throws InterruptedException {
        site.route(
                "/feed",
                request -> HttpAnswer.ok(rss("<item><title>One</title></item>"))
                        .with("ETag", "\"" + request.nanoTime() + "\""));
        polls.items();
        assertThat(polls.poll()).isInstanceOf(Fetched.NotModified.class);
        assertThat(polls.cursor().getEtag()).isNotNull();
    }

    @Test
    void aFeedThatHasMovedForGoodIsAskedAtItsNewPlace() throws InterruptedException {
        site.route("/feed", HttpAnswer.redirect(301, "/new"))
                .route("/new", HttpAnswer.ok(rss("<item><title>One</title></item>")));
        polls.items();
        assertThat(polls.cursor().getMovedTo()).isEqualTo(site.uri("/new").toString());
        polls.poll();
        assertThat(site.requests("/feed")).hasSize(1);
        site.route("/new", HttpAnswer.of(404, ""))
                .route("/feed", HttpAnswer.ok(rss("<item><title>Two</title></item>")));
        polls.items();
        assertThat(polls.cursor().getMovedTo()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"500,''", "410,''", "403,''", "200,<html><body>For sale</body></html>"})
    void aFeedThatIsGoneFromItsNewPlaceIsAskedForAtItsFirst(int status, String page) throws InterruptedException {
        site.route("/feed", HttpAnswer.redirect(301, "/new"))
                .route(
                        "/new",
                        HttpAnswer.ok(rss("<item><title>One</title></item>")).with("ETag", "\"1\""));
        polls.items();
        site.route("/new", HttpAnswer.of(status, page))
                .route("/feed", HttpAnswer.ok(rss("<item><title>Two</title></item>")));
        polls.items();
        assertThat(polls.cursor().getMovedTo()).isNull();
        assertThat(site.requests("/feed").get(1).header("If-None-Match")).isEmpty();
    }

    @Test
    void statusesBecomeOutcomes() throws InterruptedException {
        site.route("/feed", HttpAnswer.of(410, ""));
        assertThat(polls.poll()).isInstanceOf(Fetched.Gone.class);
        site.route("/feed", HttpAnswer.of(404, ""));
        assertThat(polls.failure()).contains("404", "check the URL");
        site.route("/feed", HttpAnswer.of(500, ""));
        assertThat(polls.failure()).contains("500");
        site.route("/feed", HttpAnswer.of(429, "").with("Retry-After", "60"));
        assertThat(polls.poll())
                .isEqualTo(new Fetched.Throttled(
                        Optional.of(Polls.NOW.plusSeconds(60)),
                        site.uri("/feed") + " answered 429 (too many requests)"));
        site.route("/feed", HttpAnswer.of(429, ""));
        assertThat(((Fetched.Throttled) polls.poll()).retryAt()).isEmpty();
    }

    @Test
    void aUrlThatIsNoneIsNamed() throws InterruptedException {
        try (Polls broken = polls(URI.create("not%20a%20url"), Duration.ofSeconds(5))) {
            assertThat(broken.failure()).contains("not%20a%20url");
        }
    }

    @Test
    void whatTheServerDoesWrongIsAReason() throws InterruptedException {
        HttpAnswer feed = HttpAnswer.ok(rss("<item><title>" + "x".repeat(5000) + "</title></item>"));
        site.route("/feed", feed.gzipped().delivered(HttpAnswer.Delivery.TRUNCATED));
        assertThat(polls.failure()).contains("ended early");
        site.route("/feed", HttpAnswer.of(200, new byte[60 * 1024 * 1024]).gzipped());
        assertThat(polls.failure()).contains("times its size");
        site.route("/feed", HttpAnswer.ok("<html><body>Hello</body></html>").with("Content-Type", "text/html"));
        assertThat(polls.failure()).contains("HTML page");
        site.route("/feed", HttpAnswer.ok(""));
        assertThat(polls.failure()).contains("is empty");
        site.route("/feed", HttpAnswer.ok("<rss><channel><item><title>cut"));
        assertThat(polls.failure()).contains("not well-formed XML");
        site.route("/feed", HttpAnswer.redirect(302, "/feed"));
        assertThat(polls.failure()).contains("in a circle");
    }

    @Test
    void aServerThatDripsIsGivenUp() throws InterruptedException {
        site.route("/feed", HttpAnswer.ok(rss("")).delivered(HttpAnswer.Delivery.DRIPPING));
        try (Polls hasty = polls(site.uri("/feed"), Duration.ofSeconds(1))) {
            assertThat(hasty.failure()).contains("longer than 1 s");
        }
    }

    @Test
    void aMediaTypeThatIsWrongDoesNotMatter() throws InterruptedException {
        site.route(
                "/feed", HttpAnswer.ok(rss("<item><title>One</title></item>")).with("Content-Type", "text/html"));
        assertThat(polls.items().items()).hasSize(1);
    }

    @Test
    void anEmptyFeedHasNoItems() throws InterruptedException {
        serve("");
        Fetched.Items fetched = polls.items();
        assertThat(fetched.items()).isEmpty();
        assertThat(fetched.listed()).isZero();
    }

    @Test
    void anItemWithoutIdIsCalledByItsLinkOrByWhatItSays() throws InterruptedException {
        serve("<item><title>A</title><link>https://example.org/a</link></item><item><title>B</title></item>");
        assertThat(polls.items().items())
                .extracting(SourceItem::getItemId)
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("feed:test:https://example.org/a"),
                        second -> assertThat(second).startsWith("feed:test:sha256:"));
    }

    @Test
    void anItemWithoutTitleIsCalledByItsFirstWords() throws InterruptedException {
        serve("<item><guid>1</guid><description>A sentence. " + "And more of it. ".repeat(20)
                + "</description></item>");
        assertThat(polls.items().items().get(0).getTitle())
                .startsWith("A sentence. And more")
                .hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void whatHasNeitherTitleNorTextIsRejected() throws InterruptedException {
        serve(
                "<item><guid>1</guid><link>https://example.org/1</link></item><item><guid>2</guid><title>T</title></item>");
        Fetched.Items fetched = polls.items();
        assertThat(fetched.listed()).isEqualTo(2);
        assertThat(fetched.items()).hasSize(1);
        assertThat(fetched.rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.itemId()).isEqualTo("feed:test:1");
            assertThat(rejected.reason()).contains("neither title nor text");
            assertThat(new String(rejected.raw(), StandardCharsets.UTF_8)).contains("https://example.org/1");
        });
    }

    @Test
    void aTitleOfFiveMegabytesIsRejectedAndTheOthersAreNot() throws InterruptedException {
        serve("<item><guid>1</guid><title>" + "word ".repeat(1_000_000)
                + "</title></item><item><title>Fine</title></item>");
        Fetched.Items fetched = polls.items();
        assertThat(fetched.items()).extracting(SourceItem::getTitle).containsExactly("Fine");
        assertThat(fetched.rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.raw()).hasSize(512 * 1024);
            assertThat(rejected.reason()).contains("more than 2000");
        });
    }

    @Test
    void aLongTextIsCut() throws InterruptedException {
        serve("<item><title>T</title><description>" + "A sentence of words. ".repeat(20_000) + "</description></item>");
        String body = polls.items().items().get(0).getBody();
        assertThat(body)
                .hasSizeLessThanOrEqualTo(100_000)
                .hasSizeGreaterThan(99_000)
                .endsWith("words.");
    }

    @Test
    void datesThatAreMissingOddOrFarAheadAreTakenAsTheyAre() throws InterruptedException {
        serve("<item><title>a</title></item><item><title>b</title><pubDate>someday</pubDate></item>"
                + "<item><title>c</title><pubDate>Thu, 31 Dec 2099 23:59:59 GMT</pubDate></item>");
        assertThat(polls.items().items())
                .extracting(SourceItem::getPublishedAt)
                .containsExactly(null, null, Instant.parse("2099-12-31T23:59:59Z"));
    }

    @Test
    void brokenCharactersDoNotSpoilAFeed() throws InterruptedException {
        byte[] feed = rss("<item><title>caf\u00e9 ~</title></item>").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < feed.length; i++) {
            feed[i] = feed[i] == '~' ? (byte) 0xff : feed[i];
        }
        site.route("/feed", HttpAnswer.of(200, feed));
        assertThat(polls.items().items().get(0).getTitle()).isEqualTo("caf\u00e9 \ufffd");
    }

    @Test
    void entriesWithOneGuidHaveIdsOfTheirOwnWhichStay() throws InterruptedException {
        String one = "<item><guid>g</guid><title>1</title><link>https://example.org/1</link></item>";
        String two = "<item><guid>g</guid><title>2</title><link>https://example.org/2</link></item>";
        String three = "<item><guid>g</guid><title>3</title><link>https://example.org/2</link></item>";
        serve(one + two + three + two);
        Fetched.Items fetched = polls.items();
        assertThat(fetched.items())
                .extracting(SourceItem::getItemId)
                .satisfiesExactly(
                        id -> assertThat(id).isEqualTo("feed:test:g"),
                        id -> assertThat(id).isEqualTo("feed:test:g|https://example.org/2"),
                        id -> assertThat(id).startsWith("feed:test:g|sha256:"),
                        id -> assertThat(id).isEqualTo("feed:test:g|https://example.org/2"));
    }

    @Test
    void aLinkThatSeveralEntriesShareNamesNoneOfThem() throws InterruptedException {
        serve("<item><guid>1</guid><title>1</title><link>https://example.org/all</link></item>"
                + "<item><guid>2</guid><title>2</title><link>https://example.org/all</link></item>"
                + "<item><guid>3</guid><title>3</title><link>https://example.org/</link></item>"
                + "<item><guid>4</guid><title>4</title><link>https://site.example/blog/</link></item>"
                + "<item><guid>5</guid><title>5</title><link>https://arxiv.org/abs/2510.00001v2</link></item>");
        assertThat(polls.items().items())
                .extracting(item -> item.getIdentities().get(0))
                .containsExactly("feed:test:1", "feed:test:2", "feed:test:3", "feed:test:4", "arxiv:2510.00001");
    }

    @Test
    void aFloodOfEntriesIsCutAndSaidToBe() throws InterruptedException {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 12_000; i++) {
            items.append("<item><title>").append(i).append("</title></item>");
        }
        serve(items.toString());
        Fetched.Items fetched = polls.items();
        assertThat(fetched.items()).hasSize(10_000);
        assertThat(fetched.rejected())
                .singleElement()
                .satisfies(rest -> assertThat(rest.reason()).contains("more than 10000"));
    }

    @Test
    void theNewestOfAFloodAreKept() throws InterruptedException {
        StringBuilder items = new StringBuilder();
        Instant first = Instant.parse("2020-01-01T00:00:00Z");
        for (int i = 0; i < 10_500; i++) {
            items.append("<item><title>%d</title><dc:date>%s</dc:date></item>".formatted(i, first.plusSeconds(i)));
        }
        serve(items.toString());
        assertThat(polls.items().items())
                .extracting(item -> Integer.valueOf(item.getTitle()))
                .hasSize(10_000)
                .allMatch(number -> number >= 500);
    }

    @Test
    void ttlAndCachingSayWhenToComeBack() throws InterruptedException {
        site.route(
                "/feed",
                HttpAnswer.ok("<rss><channel><ttl>30</ttl></channel></rss>").with("Cache-Control", "max-age=300"));
        assertThat(polls.items().change().atLeast()).contains(Duration.ofMinutes(30));
        site.route("/feed", HttpAnswer.of(304, "").with("Cache-Control", "max-age=99999"));
        assertThat(((Fetched.NotModified) polls.poll()).change().atLeast()).contains(Duration.ofHours(1));
    }

    private void serve(String items) {
        site.route("/feed", HttpAnswer.ok(rss(items)).with("Content-Type", "application/rss+xml"));
    }

    private static String rss(String items) {
        return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Feed</title><link>https://site.example/blog</link>"
                + items + "</channel></rss>";
    }

    private static Polls polls(URI url, Duration total) {
        return new Polls(new FeedConnector(), Polls.source(Connector.FEED, url, Map.of()), total);
    }
}
