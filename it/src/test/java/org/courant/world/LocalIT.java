package org.courant.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.courant.testkit.HttpAnswer;
import org.courant.testkit.HttpFixture;
import org.courant.testkit.HttpRequestSeen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code courant local} stopped, killed and started again over one directory. */
class LocalIT {
    private static final String ETAG = "\"as-it-was\"";
    private static final int POSTS = 5;

    private final HttpFixture blog = HttpFixture.start();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        blog.close();
    }

    @Test
    void aRestartContinuesWhereItStoppedAndRepeatsNothing() throws IOException {
        blog.route("/feed.xml", LocalIT::answer);
        Path config = Files.writeString(folder.resolve("courant.yaml"), """
                local: {kafka-port: 0, registry-port: 0}
                ingest: {contact: test@example.org, health-port: 0}
                enrich: {health-port: 0}
                sources:
                  - {id: blog, kind: feed, name: A blog, url: "%s", every: 5s, allowPrivateAddresses: true}
                """.formatted(blog.uri("/feed.xml")));
        Map<String, Long> written;
        try (LocalCourant courant = LocalCourant.start(folder, config)) {
            awaitPosts(courant);
            written = courant.settledOffsets();
        }
        try (LocalCourant courant = LocalCourant.start(folder, config)) {
            awaitAnotherPoll();
            awaitPosts(courant);
            assertThat(courant.settledOffsets()).isEqualTo(written);
            courant.kill();
        }
        try (LocalCourant courant = LocalCourant.start(folder, config)) {
            awaitAnotherPoll();
            awaitPosts(courant);
            assertThat(courant.settledOffsets()).isEqualTo(written);
        }
        assertThat(blog.requests("/feed.xml").stream().filter(request -> !isConditional(request)))
                .as("requests for the whole feed")
                .hasSize(1);
    }

    private static void awaitPosts(LocalCourant courant) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(courant.entries()).hasSize(POSTS));
    }

    private void awaitAnotherPoll() {
        int before = blog.requests("/feed.xml").size();
        await().atMost(Duration.ofMinutes(4))
                .until(() -> blog.requests("/feed.xml").size() > before);
    }

    private static HttpAnswer answer(HttpRequestSeen request) {
        return isConditional(request)
                ? HttpAnswer.of(304, "").with("ETag", ETAG)
                : HttpAnswer.ok(Blog.feed(POSTS)).with("ETag", ETAG).with("Content-Type", "application/rss+xml");
    }

    private static boolean isConditional(HttpRequestSeen request) {
        return request.header("If-None-Match").filter(ETAG::equals).isPresent();
    }
}
