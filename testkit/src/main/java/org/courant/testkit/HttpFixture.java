package org.courant.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * A small HTTP server on 127.0.0.1 that answers as a test tells it, also badly, and remembers what it was asked. A path
 * without a route answers 404.
 */
public final class HttpFixture implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final Map<String, Function<HttpRequestSeen, HttpAnswer>> routes = new ConcurrentHashMap<>();
    private final List<HttpRequestSeen> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    private HttpFixture(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** On any free port. */
    public static HttpFixture start() {
        try {
            return new HttpFixture(HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Answers a path by asking the handler.
     *
     * @param path without query; the newest route of a path holds
     */
    public HttpFixture route(String path, Function<HttpRequestSeen, HttpAnswer> handler) {
        routes.put(path, handler);
        return this;
    }

    /** Always the same answer. */
    public HttpFixture route(String path, HttpAnswer answer) {
        return route(path, request -> answer);
    }

    /**
     * Where a client asks.
     *
     * @param pathAndQuery such as {@code /feed?page=2}
     */
    public URI uri(String pathAndQuery) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + pathAndQuery);
    }

    /** In order of arrival. */
    public List<HttpRequestSeen> requests() {
        return List.copyOf(requests);
    }

    /** The requests to one path, whatever their query. */
    public List<HttpRequestSeen> requests(String path) {
        return requests.stream()
                .filter(request -> request.uri().getPath().equals(path))
                .toList();
    }

    /** Also ends answers that would never end. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpRequestSeen request = HttpRequestSeen.of(exchange);
            requests.add(request);
            HttpAnswer answer = routes.getOrDefault(
                            request.uri().getPath(), unknown -> HttpAnswer.of(404, "no route " + unknown.uri()))
                    .apply(request);
            HttpDelivery.deliver(answer, exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the fixture is closing
        }
    }
}
