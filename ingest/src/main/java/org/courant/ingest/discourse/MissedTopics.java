package org.courant.ingest.discourse;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.courant.ingest.feed.FeedDate;
import org.courant.ingest.feed.SafeJson;
import org.courant.ingest.http.Answer;
import org.courant.ingest.http.WebUri;
import org.courant.ingest.text.CleanText;
import org.courant.schemas.identity.ItemId;

/**
 * Topics that were begun since the last poll and that the feed, which has room for the latest thirty, no longer
 * carries. They are asked for one by one, oldest activity first, so that a mark can say how far this has come.
 */
final class MissedTopics {
    /** Most topics that are asked for in one poll. */
    static final int MOST = 20;

    private final Forum forum;
    private final String base;
    private final CategoryNames categories;

    MissedTopics(Forum forum, String base, CategoryNames categories) {
        this.forum = forum;
        this.base = base;
        this.categories = categories;
    }

    /**
     * How far it has come.
     *
     * @param mark where to go on; empty if nothing is left
     * @param obstacle why it stopped early, if it did
     */
    record Progress(Optional<Instant> mark, Optional<Answer> obstacle) {}

    Progress fetch(List<TopicActivity> missed, ForumItems items) throws InterruptedException {
        List<TopicActivity> oldestFirst = missed.stream()
                .sorted(Comparator.comparing(TopicActivity::bumped))
                .toList();
        for (int i = 0; i < oldestFirst.size(); i++) {
            TopicActivity activity = oldestFirst.get(i);
            if (i == MOST) {
                return new Progress(Optional.of(justBefore(activity)), Optional.empty());
            }
            Forum.Json json = forum.topic(activity.id());
            if (json.value().isPresent()) {
                JsonNode topic = json.value().get();
                String category = categories.of(activity.category());
                items.attempt(
                        () -> ItemId.topic(host(), activity.id()),
                        () -> bytes(topic),
                        () -> add(topic, category, activity, items));
            } else if (json.isWithheld()) {
                reject(
                        activity,
                        items,
                        "The forum lists topic " + activity.id() + " and does not show it; it was deleted");
            } else {
                return new Progress(Optional.of(justBefore(activity)), Optional.of(json.answer()));
            }
        }
        return new Progress(Optional.empty(), Optional.empty());
    }

    private static Instant justBefore(TopicActivity activity) {
        return activity.bumped().minusMillis(1);
    }

    private void add(JsonNode json, String category, TopicActivity activity, ForumItems items) {
        JsonNode first = json.path("post_stream").path("posts").path(0);
        String slug = SafeJson.text(json.path("slug"));
        String url = base + "/t/" + (slug.isEmpty() ? "" : slug + "/") + activity.id();
        Topic topic = new Topic(
                activity.id(),
                host(),
                url,
                CleanText.line(SafeJson.text(json.path("title"))),
                CleanText.line(SafeJson.text(first.path("username"))),
                category,
                FirstPost.ofJson(SafeJson.text(first.path("cooked"))),
                FeedDate.parse(SafeJson.text(json.path("created_at"))).orElse(activity.created()),
                json.path("closed").asBoolean() || json.path("archived").asBoolean(),
                activity.isPinned());
        items.add(topic, Optional.of(activity), () -> bytes(json));
    }

    private void reject(TopicActivity activity, ForumItems items, String reason) {
        items.reject(ItemId.topic(host(), activity.id()), bytes(activity.json()), reason);
    }

    private String host() {
        return WebUri.parse(base).map(uri -> uri.getAuthority()).orElse(base);
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
