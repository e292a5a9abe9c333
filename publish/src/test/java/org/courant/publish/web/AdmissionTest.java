package org.courant.publish.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.courant.publish.Entries;
import org.courant.publish.view.DigestTables;
import org.junit.jupiter.api.Test;

final class AdmissionTest {
    private final DigestTables tables = Entries.digest(Entries.entry("a").build());

    @Test
    void aClientThatAsksTooOftenHearsHowLongToWait() {
        try (TestWeb web = new TestWeb(tables, settings(List.of(), 5))) {
            List<Integer> answers = IntStream.range(0, 7)
                    .map(i -> web.get("/api/entries").statusCode())
                    .boxed()
                    .toList();
            assertThat(answers).containsExactly(200, 200, 200, 200, 200, 429, 429);
            HttpResponse<String> refused = web.get("/feeds/all.atom");
            assertThat(refused.headers().firstValue("Retry-After").orElseThrow())
                    .matches("\\d+");
            assertThat(refused.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
            assertThat(web.get("/healthz").statusCode()).isEqualTo(200);
            assertThat(web.get("/assets/courant.css").statusCode()).isEqualTo(200);
            assertThat(web.get("/api/entries", "X-Forwarded-For", "203.0.113.7, 198.51.100.2")
                            .statusCode())
                    .as("another client, as the proxy says")
                    .isEqualTo(200);
        }
    }

    @Test
    void tokensComeBackEvenlyAndMemoryIsBounded() {
        AtomicLong now = new AtomicLong();
        RateLimit limit = new RateLimit(60, now::get);
        IntStream.range(0, 60).forEach(i -> assertThat(limit.take("a")).isZero());
        assertThat(limit.take("a")).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(1));
        now.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(limit.take("a")).isZero();
        assertThat(limit.take("a")).isZero();
        assertThat(limit.take("a")).isPositive();
        IntStream.range(0, 50_000)
                .forEach(i -> assertThat(limit.take("client " + i)).isZero());
        assertThat(limit.clients()).isEqualTo(10_000);
    }

    @Test
    void onlyOriginsThatAreNamedMayRead() {
        try (TestWeb closed = new TestWeb(tables);
                TestWeb some = new TestWeb(tables, settings(List.of("https://dash.example"), 0));
                TestWeb all = new TestWeb(tables, settings(List.of("*"), 0))) {
            assertThat(allowed(closed, "https://dash.example")).isEmpty();
            assertThat(allowed(some, "https://dash.example")).contains("https://dash.example");
            assertThat(allowed(some, "https://other.example")).isEmpty();
            assertThat(allowed(all, "https://other.example")).contains("*");
            HttpResponse<String> preflight = some.send("OPTIONS", "/api/entries", "Origin", "https://dash.example");
            assertThat(preflight.statusCode()).isEqualTo(204);
            assertThat(preflight
                            .headers()
                            .firstValue("Access-Control-Allow-Headers")
                            .orElseThrow())
                    .contains("If-None-Match");
            assertThat(all.get("/").headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    private static Optional<String> allowed(TestWeb web, String origin) {
        return web.get("/api/entries", "Origin", origin).headers().firstValue("Access-Control-Allow-Origin");
    }

    private static WebSettings settings(List<String> origins, int perMinute) {
        return new WebSettings(Optional.empty(), origins, perMinute, Optional.of("X-Forwarded-For"), 10);
    }
}
