package org.courant.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpFixtureTest {
    private final HttpFixture fixture = HttpFixture.start();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aRouteAnswersAndTheRequestIsRemembered() throws Exception {
        fixture.route(
                "/feed",
                request -> HttpAnswer.ok("hello " + request.uri().getQuery()).with("ETag", "\"1\""));
        HttpResponse<String> answer = get("/feed?page=2").get(30, TimeUnit.SECONDS);
        assertThat(answer.body()).isEqualTo("hello page=2");
        assertThat(answer.headers().firstValue("etag")).contains("\"1\"");
        assertThat(fixture.requests("/feed")).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.header("user-agent")).contains("fixture-test");
        });
    }

    @Test
    void anUnknownPathIsNotFound() throws Exception {
        assertThat(get("/nothing").get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(404);
    }

    @Test
    void aRedirectNamesItsTarget() throws Exception {
        fixture.route("/old", HttpAnswer.redirect(301, "/new"));
        assertThat(get("/old").get(30, TimeUnit.SECONDS).headers().firstValue("location"))
                .contains("/new");
    }

    @Test
    void aGzippedBodyUnpacksToTheBody() throws Exception {
        fixture.route("/gzip", HttpAnswer.ok("text").gzipped());
        HttpResponse<byte[]> answer = http.send(request("/gzip"), BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("content-encoding")).contains("gzip");
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(unpacked.readAllBytes()).asString().isEqualTo("text");
        }
    }

    @Test
    void aTruncatedBodyEndsBeforeItsStatedLength() {
        fixture.route("/cut", HttpAnswer.ok("0123456789").delivered(HttpAnswer.Delivery.TRUNCATED));
        assertThatThrownBy(() -> get("/cut").get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void aDrippingBodyArrivesWholeAndLate() throws Exception {
        fixture.route("/slow", HttpAnswer.ok("0123456789").delivered(HttpAnswer.Delivery.DRIPPING));
        long begin = System.nanoTime();
        assertThat(get("/slow").get(30, TimeUnit.SECONDS).body()).isEqualTo("0123456789");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(400));
    }

    @Test
    void anEndlessBodyGoesOnForAsLongAsItIsRead() throws Exception {
        fixture.route("/endless", HttpAnswer.ok("x".repeat(1000)).delivered(HttpAnswer.Delivery.ENDLESS));
        HttpResponse<InputStream> answer = http.send(request("/endless"), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            assertThat(body.readNBytes(5_000_000)).hasSize(5_000_000);
        }
    }

    @Test
    void aStalledBodyNeverEnds() {
        fixture.route("/stalled", HttpAnswer.ok("0123456789").delivered(HttpAnswer.Delivery.STALLED));
        assertThatThrownBy(() -> get("/stalled").get(500, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
    }

    private CompletableFuture<HttpResponse<String>> get(String path) {
        return http.sendAsync(request(path), BodyHandlers.ofString());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(fixture.uri(path))
                .timeout(Duration.ofSeconds(30))
                .header("User-Agent", "fixture-test")
                .build();
    }
}
