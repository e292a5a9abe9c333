package org.courant.world;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.courant.testkit.HttpAnswer;
import org.courant.testkit.HttpFixture;

/** A blog that serves as many posts as it is told to. */
final class Blog implements AutoCloseable {
    private final HttpFixture server = HttpFixture.start();
    private final AtomicInteger posts = new AtomicInteger();

    Blog(int posts) {
        this.posts.set(posts);
        server.route(
                "/feed.xml",
                request -> HttpAnswer.ok(feed(this.posts.get())).with("Content-Type", "application/rss+xml"));
    }

    /** Settings of a source that reads it every five seconds. */
    String source() {
        URI feed = server.uri("/feed.xml");
        return "{id: blog, kind: feed, name: A blog, url: \"%s\", every: 5s, allowPrivateAddresses: true}"
                .formatted(feed);
    }

    void publishOneMore() {
        posts.incrementAndGet();
    }

    /** How often it has been read. */
    int reads() {
        return server.requests("/feed.xml").size();
    }

    @Override
    public void close() {
        server.close();
    }

    /** A feed of this many posts. */
    static String feed(int posts) {
        return IntStream.range(0, posts)
                .mapToObj("""
                        <item><title>Post %1$d</title><link>https://example.org/posts/%1$d</link>
                        <guid>https://example.org/posts/%1$d</guid><description>Text of post %1$d.</description></item>
                        """::formatted)
                .collect(Collectors.joining(
                        "",
                        "<rss version=\"2.0\"><channel><title>A blog</title><link>https://example.org/</link>",
                        "</channel></rss>"));
    }
}
