package org.courant.ingest.discourse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.courant.ingest.feed.FeedDate;
import org.courant.ingest.feed.SafeJson;
import org.courant.ingest.text.CleanText;

/**
 * What a forum's list of latest topics says of one topic; the list has no posts.
 *
 * @param created when it was begun
 * @param bumped when something last happened in it
 * @param json the entry of the list
 */
record TopicActivity(long id, Instant created, Instant bumped, JsonNode json) {

    static Optional<TopicActivity> of(JsonNode json) {
        Optional<Instant> created = FeedDate.parse(SafeJson.text(json.path("created_at")));
        Optional<Instant> bumped =
                FeedDate.parse(SafeJson.text(json.path("bumped_at"))).or(() -> created);
        boolean usable = json.path("id").isIntegralNumber() && bumped.isPresent();
        return usable
                ? Optional.of(
                        new TopicActivity(json.path("id").asLong(), created.orElse(bumped.get()), bumped.get(), json))
                : Optional.empty();
    }

    long category() {
        return json.path("category_id").asLong(-1);
    }

    boolean isPinned() {
        return json.path("pinned").asBoolean() || json.path("pinned_globally").asBoolean();
    }

    /** Tags are names, or objects that have one. */
    List<String> tags() {
        List<String> tags = new ArrayList<>();
        for (JsonNode tag : json.path("tags")) {
            String name = CleanText.line(tag.isTextual() ? SafeJson.text(tag) : SafeJson.text(tag.path("name")));
            if (!name.isEmpty()) {
                tags.add(name);
            }
        }
        return tags;
    }

    /** Counts that change while the topic says the same. */
    Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        count(attributes, "replies", json.path("posts_count").asLong(0) - 1);
        count(attributes, "views", json.path("views").asLong(-1));
        count(attributes, "likes", json.path("like_count").asLong(-1));
        attributes.put("bumpedAt", bumped.toString());
        return attributes;
    }

    private static void count(Map<String, String> attributes, String name, long value) {
        if (value >= 0) {
            attributes.put(name, Long.toString(value));
        }
    }
}
