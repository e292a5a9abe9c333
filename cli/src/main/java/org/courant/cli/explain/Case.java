package org.courant.cli.explain;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.courant.cli.topic.TopicReader;
import org.courant.cli.topic.Values;
import org.courant.enrich.item.Rule;
import org.courant.schemas.Member;
import org.courant.schemas.Objection;
import org.courant.schemas.Rejection;
import org.courant.schemas.Story;
import org.courant.schemas.topic.Topic;
import org.courant.service.kafka.Connection;
import org.jspecify.annotations.Nullable;

/**
 * What the topics say of an id.
 *
 * @param member the item in its story, if the id is an item's and it is in one
 * @param rejection why it was rejected last, if the id is an item's and it is in no story
 * @param story the story that it is in or that had no room for it, or that has this id or has absorbed it
 */
record Case(
        @Nullable Member member,
        @Nullable Rejection rejection,
        @Nullable Story story) {
    /** Looks an item or an entry up; reads both topics once. */
    static Optional<Case> find(Connection connection, String id) {
        Map<String, Rejection> rejections = new HashMap<>();
        read(connection, connection.topics().rejections(), (key, value) -> {
            if (key.equals(id)) {
                put(rejections, key, value);
            }
        });
        @Nullable Rejection rejection = rejections.get(id);
        String storyId = rejection == null || rejection.getStoryId() == null ? id : rejection.getStoryId();
        Map<String, Story> stories = new HashMap<>();
        read(connection, connection.topics().stories(), (key, value) -> {
            if (value != null && (key.equals(storyId) || isAbout(value, id))) {
                put(stories, key, value);
            } else {
                stories.remove(key);
            }
        });
        Optional<Story> containing = stories.values().stream()
                .filter(story -> member(story, id).isPresent())
                .findFirst();
        @Nullable Story story = containing.orElseGet(() -> stories.getOrDefault(
                storyId, stories.values().stream().findFirst().orElse(null)));
        if (containing.isPresent()) {
            return Optional.of(new Case(member(containing.get(), id).orElse(null), null, story));
        }
        return rejection == null && story == null ? Optional.empty() : Optional.of(new Case(null, rejection, story));
    }

    private static boolean isAbout(Story story, String id) {
        return story.getAbsorbed().contains(id) || member(story, id).isPresent();
    }

    private static Optional<Member> member(Story story, String itemId) {
        return story.getMembers().stream()
                .filter(member -> member.getItemId().equals(itemId))
                .findFirst();
    }

    /** What became of the item, in a sentence; empty if the id is no item's. */
    Optional<String> reason() {
        if (rejection != null) {
            return Optional.of(rejection.getReason());
        }
        return member == null || story == null ? Optional.empty() : Optional.of(reason(member, story.getStoryId()));
    }

    private static String reason(Member member, String storyId) {
        String joined = switch (member.getRule()) {
            case Rule.FIRST -> "It is the first item seen of story " + storyId + ".";
            case Rule.IDENTITY ->
                "It names the same work as another item of story %s: %s.".formatted(storyId, member.getPartner());
            default ->
                String.format(
                        Locale.ROOT,
                        "The rule '%s' finds it the same as %s of story %s, with a score of %.2f.",
                        member.getRule(),
                        member.getPartner(),
                        storyId,
                        member.getScore());
        };
        @Nullable Objection despite = member.getDespite();
        return despite == null
                ? joined
                : joined
                        + " The rule '%s' would keep it apart from %s, but they share a name."
                                .formatted(despite.getRule(), despite.getPartner());
    }

    private interface Row<V> {
        void take(String key, @Nullable V value);
    }

    private static <V extends SpecificRecord> void read(Connection connection, Topic<V> topic, Row<V> row) {
        try (TopicReader reader = TopicReader.open(connection, List.of(topic));
                Values<V> values = new Values<>(connection, topic)) {
            reader.readToEnd(record -> {
                if (record.key() != null) {
                    row.take(
                            new String(record.key(), StandardCharsets.UTF_8),
                            values.get(record).orElse(null));
                }
            });
        }
    }

    private static <V> void put(Map<String, V> table, String key, @Nullable V value) {
        if (value == null) {
            table.remove(key);
        } else {
            table.put(key, value);
        }
    }
}
