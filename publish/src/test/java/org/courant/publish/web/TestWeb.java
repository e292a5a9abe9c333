package org.courant.publish.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.courant.publish.stream.ChangeStream;
import org.courant.publish.view.DigestTables;
import org.courant.service.health.Health;
import org.courant.service.health.HealthRoutes;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The web server over tables that a test fills, and a client for it. */
public final class TestWeb implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-06-27T09:30:00Z");

    final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build();
    private final WebServer server;

    TestWeb(DigestTables tables) {
        this(tables, true);
    }

    TestWeb(DigestTables tables, WebSettings settings) {
        this(tables, true, settings);
    }

    TestWeb(DigestTables tables, boolean ready) {
        this(tables, ready, WebSettings.UNLIMITED);
    }

    /** With a stream that the test feeds. */
    public TestWeb(DigestTables tables, ChangeStream stream) {
        this(tables, true, WebSettings.UNLIMITED, Optional.of(stream));
    }

    private TestWeb(DigestTables tables, boolean ready, WebSettings settings) {
        this(tables, ready, settings, Optional.empty());
    }

    private TestWeb(DigestTables tables, boolean ready, WebSettings settings, Optional<ChangeStream> stream) {
        HealthRoutes health = new HealthRoutes(() -> Health.ready("fine"), () -> "Topologies:", meters);
        server = WebServer.start(
                new WebServer.Content(() -> tables, () -> ready, stream, health, meters, () -> NOW),
                settings,
                "127.0.0.1",
                0);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    HttpResponse<String> send(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    Document page(String path) {
        return Jsoup.parse(get(path).body());
    }

    JsonNode json(String path) {
        try {
            return new ObjectMapper().readTree(get(path).body());
        } catch (JsonProcessingException bad) {
            throw new UncheckedIOException(bad);
        }
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
