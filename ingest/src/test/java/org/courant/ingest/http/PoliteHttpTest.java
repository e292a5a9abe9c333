package org.courant.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.HeaderGroup;
import org.courant.testkit.HttpAnswer;
import org.courant.testkit.HttpFixture;
import org.courant.testkit.HttpRequestSeen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoliteHttpTest {
    private static final Instant NOW = Instant.parse("2025-10-03T12:00:00Z");
    private static final int MIB = 1024 * 1024;

    private final HttpFixture site = HttpFixture.start();
    private final PoliteClients clients = clients(Duration.ofSeconds(20));
    private final PoliteHttp http = clients.http("group", new UrlRules(Set.of()), clients.exchange(true));

    @AfterEach
    void close() {
        clients.close();
        site.close();
    }

    @Test
    void aDocumentComesWithItsValidatorsVerbatim() throws InterruptedException {
        site.route(
                "/feed",
                HttpAnswer.ok("<rss/>")
                        .with("ETag", "W/\"a b\"")
                        .with("Last-Modified", "Fri, 03 Oct 2025 04:00:00 GMT")
                        .with("Content-Type", "application/rss+xml; charset=utf-8")
                        .with("Cache-Control", "max-age=60"));
        Answer.Ok ok = ok(get("/feed"));
        assertThat(ok.body()).asString().isEqualTo("<rss/>");
        assertThat(ok.etag()).contains("W/\"a b\"");
        assertThat(ok.lastModified()).contains("Fri, 03 Oct 2025 04:00:00 GMT");
        assertThat(ok.contentType()).isEqualTo("application/rss+xml; charset=utf-8");
        assertThat(ok.cacheMaxAge()).contains(Duration.ofMinutes(1));
        assertThat(ok.permanentlyMovedTo()).isEmpty();
    }

    @Test
    void validatorsAreSentBackAsTheyCame() throws InterruptedException {
        site.route("/feed", HttpAnswer.of(304, ""));
        Answer answer = http.get(
                site.uri("/feed"),
                new Conditions(Optional.of("W/\"a b\""), Optional.of("Fri, 3 Oct 2025 04:00:00 GMT")),
                Accept.FEED);
        assertThat(answer).isInstanceOf(Answer.NotModified.class);
        HttpRequestSeen request = site.requests().get(0);
        assertThat(request.header("If-None-Match")).contains("W/\"a b\"");
        assertThat(request.header("If-Modified-Since")).contains("Fri, 3 Oct 2025 04:00:00 GMT");
        assertThat(request.header("User-Agent")).contains("Courant/1.0 (+https://example.org/about)");
        assertThat(request.header("Accept-Encoding")).contains("gzip");
        assertThat(request.header("Accept").orElseThrow()).contains("application/rss+xml");
        assertThat(request.header("Cookie")).isEmpty();
        assertThat(request.header("Upgrade")).isEmpty();
    }

    @Test
    void aPackedDocumentIsUnpacked() throws InterruptedException {
        site.route("/feed", HttpAnswer.ok("plain ".repeat(1000)).gzipped());
        assertThat(ok(get("/feed")).body()).asString().isEqualTo("plain ".repeat(1000));
    }

    @Test
    void eachRequestHasAConnectionOfItsOwnSoThatNoneIsFoundClosed() throws InterruptedException {
        site.route("/feed", HttpAnswer.ok("x"));
        for (int i = 0; i < 20; i++) {
            ok(get("/feed"));
        }
        assertThat(site.requests()).hasSize(20);
    }

    @Test
    void statusesSayWhatTheyMean() throws InterruptedException {
        site.route("/missing", HttpAnswer.of(404, "no")).route("/gone", HttpAnswer.of(410, "no"));
        site.route("/many", HttpAnswer.of(429, "no").with("Retry-After", "120"));
        site.route("/more", HttpAnswer.of(429, "no"));
        site.route("/later", HttpAnswer.of(503, "no").with("Retry-After", "Fri, 03 Oct 2025 12:30:00 GMT"));
        assertThat(get("/missing")).isInstanceOf(Answer.NotFound.class);
        assertThat(get("/gone")).isInstanceOf(Answer.Gone.class);
        assertThat(((Answer.Throttled) get("/many")).retryAfter()).contains(NOW.plusSeconds(120));
        assertThat(((Answer.Throttled) get("/more")).retryAfter()).isEmpty();
        assertThat(((Answer.Throttled) get("/later")).retryAfter()).contains(NOW.plusSeconds(1800));
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 206, 300, 400, 401, 403, 406, 418, 500, 502, 503})
    void anyOtherStatusIsAFailureThatNamesIt(int status) throws InterruptedException {
        site.route("/feed", HttpAnswer.of(status, "why"));
        Answer.Failed failed = failed(get("/feed"));
        assertThat(failed.status()).isEqualTo(status);
        assertThat(failed.reason()).contains(site.uri("/feed").toString(), String.valueOf(status));
    }

    @Test
    void theBodyOfAFailureIsKept() throws InterruptedException {
        site.route("/feed", HttpAnswer.of(400, "bad category"));
        assertThat(failed(get("/feed")).body().orElseThrow()).asString().isEqualTo("bad category");
    }

    @ParameterizedTest
    @CsvSource({"301,true", "308,true", "302,false", "303,false", "307,false"})
    void aRedirectIsFollowedAndReportedIfItIsPermanent(int status, boolean permanent) throws InterruptedException {
        site.route("/old", HttpAnswer.redirect(status, "/new#part")).route("/new", HttpAnswer.ok("x"));
        Answer.Ok ok = ok(get("/old"));
        assertThat(ok.finalUri()).isEqualTo(site.uri("/new"));
        assertThat(ok.permanentlyMovedTo()).isEqualTo(permanent ? Optional.of(site.uri("/new")) : Optional.empty());
    }

    @Test
    void aSourceHasMovedAsFarAsEveryRedirectIsPermanent() throws InterruptedException {
        site.route("/1", HttpAnswer.redirect(301, "/2")).route("/2", HttpAnswer.redirect(302, "/3"));
        site.route("/3", HttpAnswer.redirect(301, "/4")).route("/4", HttpAnswer.ok("x"));
        assertThat(ok(get("/1")).permanentlyMovedTo()).contains(site.uri("/2"));
        assertThat(ok(get("/2")).permanentlyMovedTo()).isEmpty();
    }

    @Test
    void aCircleOfRedirectsIsFoundOut() throws InterruptedException {
        site.route("/a", HttpAnswer.redirect(302, "/b")).route("/b", HttpAnswer.redirect(301, "/a"));
        assertThat(failed(get("/a")).reason()).contains("in a circle");
        assertThat(site.requests()).hasSize(2);
    }

    @Test
    void endlessRedirectsEndAfterFive() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            site.route("/" + i, HttpAnswer.redirect(302, "/" + (i + 1)));
        }
        assertThat(failed(get("/0")).reason()).contains("more than 5 times");
        assertThat(site.requests()).hasSize(6);
    }

    @Test
    void aRedirectToNowhereOrElsewhereIsAFailure() throws InterruptedException {
        site.route("/nowhere", HttpAnswer.of(302, "")).route("/file", HttpAnswer.redirect(302, "file:///etc/passwd"));
        site.route("/user", HttpAnswer.redirect(302, "http://a:b@127.0.0.1/"));
        assertThat(failed(get("/nowhere")).reason()).contains("without saying where");
        assertThat(failed(get("/file")).reason()).contains("not http or https");
        assertThat(failed(get("/user")).reason()).contains("user information").doesNotContain("a:b");
    }

    @Test
    void aRedirectFromHttpsToHttpIsRefused() {
        Hops hops = new Hops(URI.create("https://example.org/feed"), 5);
        HeaderGroup headers = new HeaderGroup();
        headers.addHeader(new BasicHeader("Location", "http://example.org/feed"));
        assertThat(hops.follow(new Reply(301, headers, new byte[0])).orElseThrow())
                .contains("not https");
    }

    @Test
    void aRedirectToAPrivateAddressIsNotFollowed() throws InterruptedException {
        HeaderGroup headers = new HeaderGroup();
        headers.addHeader(new BasicHeader("Location", site.uri("/secret").toString()));
        Exchange strict = clients.exchange(false);
        PoliteHttp redirected = clients.http(
                "group",
                new UrlRules(Set.of(-1, site.uri("/").getPort())),
                (uri, conditions, accept, cookies) -> uri.getHost().equals("example.org")
                        ? new Reply(302, headers, new byte[0])
                        : strict.get(uri, conditions, accept, cookies));
        Answer answer = redirected.get(URI.create("http://example.org/feed"), Conditions.NONE, Accept.FEED);
        assertThat(failed(answer).reason()).contains("127.0.0.1", "not public", "allowPrivateAddresses");
        assertThat(site.requests()).isEmpty();
    }

    @Test
    void aNameWithAPrivateAddressAmongOthersIsNotConnectedTo() throws InterruptedException {
        InetAddress[] addresses = {
            address(93, 184, 216, 34), address(127, 0, 0, 1),
        };
        try (PoliteClients strict =
                new PoliteClients(settings(Duration.ofSeconds(20)), () -> NOW, gate(), host -> addresses)) {
            int port = site.uri("/").getPort();
            PoliteHttp named = strict.http("group", new UrlRules(Set.of(port)), strict.exchange(false));
            URI uri = URI.create("http://rebinding.example:" + port + "/secret");
            Answer answer = named.get(uri, Conditions.NONE, Accept.FEED);
            assertThat(failed(answer).reason()).contains("rebinding.example has the address 127.0.0.1");
            assertThat(site.requests()).isEmpty();
        }
    }

    @Test
    void hostsThatCannotBeReachedAreNamed() throws InterruptedException, IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        URI refused = URI.create("http://127.0.0.1:" + closed + "/feed");
        assertThat(failed(http.get(refused, Conditions.NONE, Accept.FEED)).reason())
                .contains("no connection to port " + closed);
        URI unknown = URI.create("http://no-such-host.invalid/feed");
        assertThat(failed(http.get(unknown, Conditions.NONE, Accept.FEED)).reason())
                .contains("no-such-host.invalid has no address");
    }

    @Test
    void aBodyThatEndsEarlyIsNoDocument() throws InterruptedException {
        String text = "abcdefgh".repeat(1000);
        site.route("/plain", HttpAnswer.ok(text).delivered(HttpAnswer.Delivery.TRUNCATED));
        site.route("/gzip", HttpAnswer.ok(text).gzipped().delivered(HttpAnswer.Delivery.TRUNCATED));
        byte[] packed = HttpAnswer.ok(text).gzipped().body();
        byte[] half = Arrays.copyOf(packed, packed.length / 2);
        site.route("/half", HttpAnswer.of(200, half).with("Content-Encoding", "gzip"));
        assertThat(failed(get("/plain")).reason()).contains("ended early");
        assertThat(failed(get("/gzip")).reason()).contains("ended early");
        assertThat(failed(get("/half")).reason()).contains("ended early");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "aws-chunked", "utf-8", "UTF8", "none", "identity", "binary", "8bit", ""})
    void aBodyThatIsPlainIsReadWhateverCodingIsNamed(String coding) throws InterruptedException {
        site.route("/feed", HttpAnswer.ok("plain text").with("Content-Encoding", coding));
        assertThat(ok(get("/feed")).body()).asString().isEqualTo("plain text");
    }

    @Test
    void aPackedFileIsUnpackedThoughNoHeaderSaysSo() throws InterruptedException {
        byte[] packed = HttpAnswer.ok("plain text").gzipped().body();
        site.route("/feed.xml.gz", HttpAnswer.of(200, packed));
        site.route("/chunked", HttpAnswer.of(200, packed).with("Content-Encoding", "gzip, aws-chunked"));
        assertThat(ok(get("/feed.xml.gz")).body()).asString().isEqualTo("plain text");
        assertThat(ok(get("/chunked")).body()).asString().isEqualTo("plain text");
    }

    @Test
    void cookiesLastAsLongAsTheRedirectsOfOneRequest() throws InterruptedException {
        site.route(
                "/feed",
                request -> request.header("Cookie").filter("a=1"::equals).isPresent()
                        ? HttpAnswer.ok("x")
                        : HttpAnswer.redirect(302, "/feed").with("Set-Cookie", "a=1; Path=/"));
        assertThat(ok(get("/feed")).body()).asString().isEqualTo("x");
        ok(get("/feed"));
        assertThat(site.requests())
                .extracting(request -> request.header("Cookie").orElse(""))
                .containsExactly("", "a=1", "", "a=1");
    }

    @Test
    void aServerThatSetsTheSameCookieAgainAndAgainGoesInACircle() throws InterruptedException {
        site.route("/feed", HttpAnswer.redirect(302, "/feed").with("Set-Cookie", "a=1"));
        assertThat(failed(get("/feed")).reason()).contains("in a circle");
        assertThat(site.requests()).hasSize(2);
    }

    @Test
    void aServerThatWantsToKnowThatPagesAreAcceptedIsToldSo() throws InterruptedException {
        site.route(
                "/feed",
                request -> request.header("Accept").orElse("").contains("text/html")
                        ? HttpAnswer.ok("x")
                        : HttpAnswer.of(406, ""));
        ok(get("/feed"));
    }

    @Test
    void aBodyThatIsNotPackedAsWasAskedIsNoDocument() throws InterruptedException {
        site.route("/other", HttpAnswer.ok("plain text").with("Content-Encoding", "br"));
        site.route("/twice", HttpAnswer.ok("plain text").gzipped().with("Content-Encoding", "gzip, gzip"));
        assertThat(failed(get("/other")).reason()).contains("'br'");
        assertThat(failed(get("/twice")).reason()).contains("'gzip, gzip'");
    }

    @Test
    void aHundredMegabytesAreNotRead() throws InterruptedException {
        site.route("/stated", HttpAnswer.of(200, new byte[100 * MIB]));
        site.route("/endless", HttpAnswer.of(200, new byte[MIB]).delivered(HttpAnswer.Delivery.ENDLESS));
        assertThat(failed(get("/stated")).reason()).contains("104857600 bytes long");
        assertThat(failed(get("/endless")).reason()).contains("larger than 10485760 bytes");
    }

    @Test
    void aBombIsNotUnpacked() throws InterruptedException {
        site.route("/bomb", HttpAnswer.of(200, new byte[100 * MIB]).gzipped());
        assertThat(failed(get("/bomb")).reason()).contains("more than 200 times its size");
    }

    @Test
    void repetitionBelowAFewMegabytesIsNoBomb() throws InterruptedException {
        site.route("/same", HttpAnswer.of(200, new byte[3 * MIB]).gzipped());
        assertThat(ok(get("/same")).body()).hasSize(3 * MIB);
    }

    @Test
    void aServerThatDripsIsGivenUpAfterTheWholeTime() throws InterruptedException {
        site.route("/drip", HttpAnswer.ok("x".repeat(10_000)).delivered(HttpAnswer.Delivery.DRIPPING));
        site.route("/silent", HttpAnswer.ok("x".repeat(10_000)).delivered(HttpAnswer.Delivery.STALLED));
        try (PoliteClients hasty = clients(Duration.ofSeconds(2))) {
            PoliteHttp client = hasty.http("group", new UrlRules(Set.of()), hasty.exchange(true));
            assertThat(failed(client.get(site.uri("/drip"), Conditions.NONE, Accept.FEED))
                            .reason())
                    .contains("longer than 2 s");
            assertThat(failed(client.get(site.uri("/silent"), Conditions.NONE, Accept.FEED))
                            .reason())
                    .contains("did not answer");
        }
    }

    @Test
    void anInterruptEndsARequest() {
        site.route("/drip", HttpAnswer.ok("x".repeat(10_000)).delivered(HttpAnswer.Delivery.DRIPPING));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> get("/drip")).isInstanceOf(InterruptedException.class);
    }

    @Test
    void anAddressInBracketsIsResolvedLikeAnyOther() throws InterruptedException {
        URI loopback = URI.create("http://[::1]:80/feed");
        PoliteHttp strict = clients.http("group", new UrlRules(Set.of(80)), clients.exchange(false));
        assertThat(failed(strict.get(loopback, Conditions.NONE, Accept.FEED)).reason())
                .contains("not public");
        assertThat(failed(http.get(loopback, Conditions.NONE, Accept.FEED)).reason())
                .doesNotContain("not public");
    }

    @Test
    void headersWithoutEndAreNotRead() throws InterruptedException {
        site.route("/long", HttpAnswer.ok("x").with("X-Long", "y".repeat(100_000)));
        assertThat(failed(get("/long")).reason()).contains("did not answer");
    }

    @Test
    void theProductIntroducesItself() {
        assertThat(HttpSettings.userAgent("1.0", "mailto:me@example.org"))
                .isEqualTo("Courant/1.0 (+mailto:me@example.org)");
        assertThat(HttpSettings.userAgent("1.0\r\nX: y", "a)\r\nb")).isEqualTo("Courant/1.0Xy (+ab)");
    }

    private static InetAddress address(int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static PoliteClients clients(Duration total) {
        return new PoliteClients(settings(total), InstantSource.fixed(NOW));
    }

    private static HttpSettings settings(Duration total) {
        return new HttpSettings(
                HttpSettings.userAgent("1.0", "https://example.org/about"),
                HttpLimits.STANDARD.within(total),
                new Pace(Duration.ZERO, Map.of()));
    }

    private static HostGate gate() {
        return new HostGate(new Pace(Duration.ZERO, Map.of()), () -> NOW, HostGate.Pause.SLEEP);
    }

    private Answer get(String path) throws InterruptedException {
        return http.get(site.uri(path), Conditions.NONE, Accept.FEED);
    }

    private static Answer.Ok ok(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Ok.class);
        return (Answer.Ok) answer;
    }

    private static Answer.Failed failed(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        return (Answer.Failed) answer;
    }
}
