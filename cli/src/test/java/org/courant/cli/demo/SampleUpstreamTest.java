package org.courant.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleUpstreamTest {
    private final SampleUpstream upstream = SampleUpstream.start(Instant.parse("2026-11-20T18:00:00Z"));
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        upstream.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/rss/cs.AI", "/rss/cs.LG", "/atom/cs.CL", "/latest.rss", "/latest.json", "/blog/feed.atom"})
    void everyDocumentHasItsTimesFilledIn(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path, "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("2026").doesNotContain("{{");
    }

    @Test
    void whoHasADocumentIsToldSo() throws IOException, InterruptedException {
        String etag = get("/rss/cs.AI", "").headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = get("/rss/cs.AI", etag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(etag);
    }

    @Test
    void whatIsNotThereIsNotThere() throws IOException, InterruptedException {
        assertThat(get("/nothing", "").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path, String etag) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(upstream.url() + path));
        if (!etag.isEmpty()) {
            request.header("If-None-Match", etag);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
