package org.courant.cli.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.zip.CRC32C;
import org.courant.service.CannotStart;

/**
 * Three arXiv feeds, a Discourse forum and a blog on loopback, in the formats of the real ones and with a sample day in
 * them. Answers carry an ETag, and 304 is the answer to whoever has it.
 */
final class SampleUpstream implements AutoCloseable {
    private static final int NOT_MODIFIED = 304;
    private static final long NO_BODY = -1;

    private static final Map<String, String> DOCUMENTS = Map.of(
            "/rss/cs.AI", "cs.AI.rss.xml",
            "/rss/cs.LG", "cs.LG.rss.xml",
            "/atom/cs.CL", "cs.CL.atom.xml",
            "/latest.rss", "latest.rss.xml",
            "/latest.json", "latest.json",
            "/blog/feed.atom", "blog.atom.xml");

    private final HttpServer server;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(2, work -> new Thread(work, "sample-upstream"));
    private final SampleDay day;

    private final IntConsumer statuses;

    private SampleUpstream(HttpServer server, SampleDay day, IntConsumer statuses) {
        this.server = server;
        this.day = day;
        this.statuses = statuses;
    }

    /** Serves the day that is fresh now, on any free port of 127.0.0.1. */
    static SampleUpstream start(Instant now) {
        return start(now, status -> {});
    }

    /** Serves it and tells the status of every answer. */
    static SampleUpstream start(Instant now, IntConsumer statuses) {
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
            SampleUpstream upstream = new SampleUpstream(server, new SampleDay(now), statuses);
            server.createContext("/", upstream::answer);
            server.setExecutor(upstream.threads);
            server.start();
            return upstream;
        } catch (IOException failed) {
            throw new CannotStart("the sample sources cannot be served on 127.0.0.1: " + failed, failed);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String file = DOCUMENTS.get(exchange.getRequestURI().getPath());
            if (file == null) {
                head(exchange, 404, NO_BODY);
            } else {
                send(exchange, document(file), file.endsWith(".json") ? "application/json" : "application/xml");
            }
        }
    }

    private void head(HttpExchange exchange, int status, long length) throws IOException {
        statuses.accept(status);
        exchange.sendResponseHeaders(status, length);
    }

    private void send(HttpExchange exchange, byte[] body, String type) throws IOException {
        CRC32C sum = new CRC32C();
        sum.update(body);
        String etag = "\"" + HexFormat.of().toHexDigits(sum.getValue()) + "\"";
        exchange.getResponseHeaders().set("ETag", etag);
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            head(exchange, NOT_MODIFIED, NO_BODY);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        head(exchange, 200, body.length);
        exchange.getResponseBody().write(body);
    }

    private byte[] document(String file) throws IOException {
        try (InputStream stored = SampleUpstream.class.getResourceAsStream("sample/" + file)) {
            String template = new String(Objects.requireNonNull(stored, file).readAllBytes(), StandardCharsets.UTF_8);
            return day.fill(template).getBytes(StandardCharsets.UTF_8);
        }
    }
}
