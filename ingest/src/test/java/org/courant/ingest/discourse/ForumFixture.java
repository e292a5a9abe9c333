package org.courant.ingest.discourse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.courant.testkit.HttpAnswer;
import org.courant.testkit.HttpFixture;
import org.courant.testkit.HttpRequestSeen;

/** A small forum: topics that a test begins and replies to, served as Discourse serves them. */
final class ForumFixture implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 30;

    private final HttpFixture site = HttpFixture.start();
    private final List<Discussion> discussions = new ArrayList<>();

    private record Discussion(long id, String title, Instant created, Instant bumped, int posts) {}

    ForumFixture() {
        site.route("/latest.rss", request -> HttpAnswer.ok(rss()));
        site.route("/latest.json", request -> HttpAnswer.ok(page(request)));
        site.route(
                "/categories.json",
                HttpAnswer.ok("{\"category_list\":{\"categories\":[{\"id\":4,\"name\":\"Models\"}]}}"));
    }

    URI uri() {
        return site.uri("/");
    }

    HttpFixture site() {
        return site;
    }

    void begin(long id, Instant at) {
        discussions.add(new Discussion(id, "Topic " + id, at, at, 1));
        site.route("/t/" + id + ".json", request -> HttpAnswer.ok(topic(id)));
    }

    void reply(long id, Instant at) {
        Discussion before = discussion(id);
        discussions.remove(before);
        discussions.add(new Discussion(id, before.title(), before.created(), at, before.posts() + 1));
    }

    private Discussion discussion(long id) {
        return discussions.stream()
                .filter(discussion -> discussion.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private List<Discussion> latest() {
        return discussions.stream()
                .sorted(Comparator.comparing(Discussion::bumped)
                        .thenComparing(Discussion::id)
                        .reversed())
                .toList();
    }

    private String rss() {
        StringBuilder rss = new StringBuilder("<rss version=\"2.0\" xmlns:discourse=\"http://www.discourse.org/\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>Forum</title>");
        for (Discussion discussion : latest().stream().limit(PAGE).toList()) {
            rss.append("""
                    <item><title>%2$s</title><dc:creator><![CDATA[@jane]]></dc:creator><category>Models</category>
                    <description><![CDATA[%3$s<p><small>%4$d posts - 1 participant</small></p><p><a href="https://forum.example/t/topic/%1$d">More</a></p>]]></description>
                    <link>https://forum.example/t/topic/%1$d</link><pubDate>%5$s</pubDate><discourse:topicPinned>No</discourse:topicPinned>
                    <discourse:topicClosed>Yes</discourse:topicClosed><guid isPermaLink="false">forum.example-topic-%1$d</guid></item>""".formatted(
                    discussion.id(), discussion.title(), cooked(discussion), discussion.posts(), discussion.created()));
        }
        return rss + "</channel></rss>";
    }

    private String page(HttpRequestSeen request) {
        String query = request.uri().getQuery();
        int page = query == null ? 0 : Integer.parseInt(query.replace("page=", ""));
        List<Map<String, Object>> topics = latest().stream()
                .skip((long) PAGE * page)
                .limit(PAGE)
                .map(ForumFixture::listed)
                .toList();
        Map<String, Object> list = new LinkedHashMap<>(Map.of("topics", topics));
        if (discussions.size() > PAGE * (page + 1)) {
            list.put("more_topics_url", "/latest?page=" + (page + 1));
        }
        return json(Map.of("topic_list", list));
    }

    private static Map<String, Object> listed(Discussion discussion) {
        Map<String, Object> topic = new LinkedHashMap<>();
        topic.put("id", discussion.id());
        topic.put("title", discussion.title());
        topic.put("created_at", discussion.created().toString());
        topic.put("bumped_at", discussion.bumped().toString());
        topic.put("posts_count", discussion.posts());
        topic.put("category_id", 4);
        topic.put("tags", List.of("llm", Map.of("id", 9, "name", "tuning")));
        return topic;
    }

    private String topic(long id) {
        Discussion discussion = discussion(id);
        Map<String, Object> topic = listed(discussion);
        topic.put("slug", "topic");
        topic.put("closed", true);
        topic.put("post_stream", Map.of("posts", List.of(Map.of("username", "jane", "cooked", cooked(discussion)))));
        return json(topic);
    }

    private static String cooked(Discussion discussion) {
        return "<p>Question " + discussion.id() + " about <em>tuning</em>.</p>";
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public void close() {
        site.close();
    }
}
