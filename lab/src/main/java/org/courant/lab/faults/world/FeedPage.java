package org.courant.lab.faults.world;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One feed: the newest version of everything, newest first, with an entity tag. */
final class FeedPage {
    private final int number;
    private final Map<String, Publication> byGuid = new LinkedHashMap<>();
    private int edition;
    private int confirmed = -1;
    private @Nullable UpstreamFault fault;

    FeedPage(int number) {
        this.number = number;
    }

    /** Source id, and path. */
    String name() {
        return "feed-" + (number + 1);
    }

    String itemId(Publication publication) {
        return "feed:" + name() + ":" + publication.guid();
    }

    synchronized void add(Publication publication) {
        byGuid.put(publication.guid(), publication);
        edition++;
    }

    synchronized void failNext(UpstreamFault next) {
        fault = next;
    }

    synchronized void heal() {
        fault = null;
    }

    /** Whether it was asked for with the tag of what it says now: whoever asks so has kept that. */
    synchronized boolean isConfirmed() {
        return confirmed == edition;
    }

    void answer(HttpExchange exchange) throws IOException {
        UpstreamFault failing = takeFault();
        Answer answer = current();
        if (failing != null) {
            fail(exchange, failing, answer);
            return;
        }
        exchange.getResponseHeaders().set("ETag", answer.tag());
        if (answer.tag().equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            confirm(answer.edition());
        } else {
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml; charset=utf-8");
            exchange.sendResponseHeaders(200, answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
        exchange.close();
    }

    private record Answer(int edition, String tag, String text) {
        byte[] body() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private synchronized @Nullable UpstreamFault takeFault() {
        UpstreamFault next = fault;
        fault = null;
        return next;
    }

    private synchronized void confirm(int served) {
        confirmed = Math.max(confirmed, served);
    }

    private synchronized Answer current() {
        return new Answer(edition, "\"" + name() + "-" + edition + "\"", rss());
    }

    private void fail(HttpExchange exchange, UpstreamFault failing, Answer answer) throws IOException {
        switch (failing) {
            case UNAVAILABLE -> {
                exchange.getResponseHeaders().set("Retry-After", "2");
                exchange.sendResponseHeaders(503, -1);
            }
            case DROP -> {
                // Closed without an answer.
            }
            case TRUNCATE -> {
                exchange.sendResponseHeaders(200, answer.body().length + 1_000L);
                exchange.getResponseBody().write(answer.body());
                exchange.getResponseBody().flush();
            }
            case GARBAGE -> {
                byte[] garbage = "<<<no feed at all&&&".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, garbage.length);
                exchange.getResponseBody().write(garbage);
            }
            case SLOW -> {
                sleep();
                exchange.sendResponseHeaders(200, answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
        }
        exchange.close();
    }

    private String rss() {
        StringBuilder rss = new StringBuilder(
                        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\"><channel>")
                .append("<title>" + name() + "</title><link>https://" + name() + ".example.org/</link>")
                .append("<description>Simulated</description>\n");
        List<Publication> newestFirst = new ArrayList<>(byGuid.values());
        Collections.reverse(newestFirst);
        for (Publication each : newestFirst) {
            rss.append("<item><guid isPermaLink=\"false\">")
                    .append(each.guid())
                    .append("</guid><title>")
                    .append(each.title())
                    .append("</title><link>")
                    .append(each.link())
                    .append("</link><pubDate>")
                    .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            each.published().atOffset(ZoneOffset.UTC)))
                    .append("</pubDate><description>")
                    .append(each.text())
                    .append("</description></item>\n");
        }
        return rss.append("</channel></rss>\n").toString();
    }

    private static void sleep() {
        try {
            TimeUnit.SECONDS.sleep(3);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
