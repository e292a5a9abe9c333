package org.courant.lab.faults.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.courant.lab.faults.history.Delivery;

/**
 * An HTTP server with a few RSS feeds that never drop an item, so that whoever was away misses nothing but versions.
 */
public final class FeedWorld implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Newsroom newsroom;
    private final List<FeedPage> pages = new ArrayList<>();
    private final Etiquette etiquette = new Etiquette();
    private final List<Delivery> deliveries = new ArrayList<>();

    private FeedWorld(HttpServer server, long seed, int feeds) {
        this.server = server;
        this.newsroom = new Newsroom(seed, feeds);
        for (int feed = 0; feed < feeds; feed++) {
            pages.add(new FeedPage(feed));
        }
    }

    /** Starts on any free port, with empty feeds. */
    public static FeedWorld start(long seed, int feeds) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
            FeedWorld world = new FeedWorld(server, seed, feeds);
            server.createContext("/", world::answer);
            server.setExecutor(world.threads);
            server.start();
            return world;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Settings of the sources, as YAML. */
    public String sources() {
        StringBuilder yaml = new StringBuilder("sources:\n");
        for (FeedPage page : pages) {
            yaml.append(
                    "  - {id: %1$s, kind: feed, name: Feed %1$s, url: \"http://127.0.0.1:%2$d/%1$s\", group: %1$s.example.org,"
                            .formatted(page.name(), server.getAddress().getPort()));
            yaml.append(" every: 2s, allowPrivateAddresses: true}\n");
        }
        return yaml.toString();
    }

    /** Address of a feed, from 0; its source id is {@code feed-1} for the first. */
    public URI page(int feed) {
        return URI.create("http://127.0.0.1:%d/%s"
                .formatted(server.getAddress().getPort(), pages.get(feed).name()));
    }

    /** Publishes some more. */
    public synchronized void publish(int count) {
        for (int i = 0; i < count; i++) {
            Publication next = newsroom.next();
            FeedPage page = pages.get(next.feed());
            page.add(next);
            if (next.replaces()) {
                supersede(page.itemId(next));
            }
            deliveries.add(new Delivery(page.name(), page.itemId(next), next.title(), false));
        }
    }

    /** The feed's next answer is wrong. */
    public void fault(int feed, UpstreamFault fault) {
        pages.get(feed % pages.size()).failNext(fault);
    }

    /** Clears faults that nobody has met. */
    public void heal() {
        pages.forEach(FeedPage::heal);
    }

    /** Whether whoever reads the feeds has kept all that they say now. */
    public boolean isAllConfirmed() {
        return pages.stream().allMatch(FeedPage::isConfirmed);
    }

    public synchronized List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** One line for each request that the owner of a site would complain of. */
    public List<String> complaints() {
        return etiquette.complaints();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void supersede(String itemId) {
        for (int i = 0; i < deliveries.size(); i++) {
            Delivery each = deliveries.get(i);
            if (each.itemId().equals(itemId)) {
                deliveries.set(i, new Delivery(each.sourceId(), each.itemId(), each.title(), true));
            }
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        for (FeedPage page : pages) {
            if (path.equals("/" + page.name())) {
                etiquette.enter(page.name(), exchange.getRequestHeaders());
                try {
                    page.answer(exchange);
                } finally {
                    etiquette.leave(page.name());
                }
                return;
            }
        }
        byte[] nothing = "there is no such page\n".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(404, nothing.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(nothing);
        }
    }
}
