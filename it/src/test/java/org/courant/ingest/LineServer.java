package org.courant.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.courant.schemas.Connector;
import org.courant.schemas.Source;
import org.courant.schemas.SourceKind;
import org.courant.testkit.HttpAnswer;
import org.courant.testkit.HttpFixture;
import org.courant.testkit.HttpRequestSeen;

/**
 * Hosts of test sources: serves a document of lines for each, with an ETag, and notices when one politeness group is
 * asked twice at once.
 */
final class LineServer implements AutoCloseable {
    private final HttpFixture http = HttpFixture.start();
    private final Map<String, List<String>> lines = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> active = new ConcurrentHashMap<>();
    private final List<String> overlaps = new CopyOnWriteArrayList<>();
    private volatile Duration delay = Duration.ZERO;

    /** A source of this server, polled as often as can be. */
    Source source(String id, String group, Duration every, String... document) {
        lines.put(id, List.of(document));
        String path = "/" + group + "/" + id;
        http.route(path, request -> answer(id, group, request));
        return Source.newBuilder()
                .setId(id)
                .setConnector(Connector.FEED)
                .setSourceKind(SourceKind.MEDIA)
                .setName(id)
                .setUrl(http.uri(path).toString())
                .setPolitenessGroup(group)
                .setPollIntervalMillis(every.toMillis())
                .setAllowPrivateAddresses(true)
                .build();
    }

    void serve(String id, String... document) {
        lines.put(id, List.of(document));
    }

    /** Answers something else for a source from now on. */
    void answer(Source source, HttpAnswer answer) {
        http.route("/" + source.getPolitenessGroup() + "/" + source.getId(), answer);
    }

    /** How long every answer takes from now on. */
    void takeYourTime(Duration delay) {
        this.delay = delay;
    }

    List<HttpRequestSeen> requests(Source source) {
        return http.requests("/" + source.getPolitenessGroup() + "/" + source.getId());
    }

    int requests() {
        return http.requests().size();
    }

    /** Requests that came while another to the same group was being answered. */
    List<String> overlaps() {
        return List.copyOf(overlaps);
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpAnswer answer(String id, String group, HttpRequestSeen request) {
        AtomicInteger now = active.computeIfAbsent(group, any -> new AtomicInteger());
        try {
            if (now.incrementAndGet() > 1) {
                overlaps.add(request.uri().toString());
            }
            Thread.sleep(delay.toMillis());
            List<String> document = lines.getOrDefault(id, List.of());
            String etag = "\"" + document.hashCode() + "\"";
            return request.header("If-None-Match").filter(etag::equals).isPresent()
                    ? HttpAnswer.of(304, "").with("ETag", etag)
                    : HttpAnswer.ok(String.join("\n", document)).with("ETag", etag);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return HttpAnswer.of(503, "closing");
        } finally {
            now.decrementAndGet();
        }
    }
}
