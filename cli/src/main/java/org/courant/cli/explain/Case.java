package org.courant.cli.explain;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.courant.cli.topic.TopicReader;
import org.courant.cli.topic.Values;
import org.courant.schemas.Decision;
import org.courant.schemas.Story;
import org.courant.schemas.topic.Topic;
import org.courant.service.kafka.Connection;
import org.jspecify.annotations.Nullable;

/**
 * What the tables say of an id.
 *
 * @param decision what became of the item, if the id is an item's
 * @param story the story that it is in, or that has this id or has absorbed it
 */
record Case(@Nullable Decision decision, @Nullable Story story) {
    /** Looks an item or an entry up; reads both tables once. */
    static Optional<Case> find(Connection connection, String id) {
        Map<String, Decision> decisions = new HashMap<>();
        read(connection, connection.topics().decisions(), (key, value) -> {
            if (key.equals(id)) {
                put(decisions, key, value);
            }
        });
        Decision decision = decisions.get(id);
        String storyId = decision == null || decision.getStoryId() == null ? id : decision.getStoryId();
        Map<String, Story> stories = new HashMap<>();
        read(connection, connection.topics().stories(), (key, value) -> {
            if (key.equals(storyId) || (value != null && value.getAbsorbed().contains(storyId))) {
                put(stories, key, value);
            } else {
                stories.remove(key);
            }
        });
        Story story = stories.getOrDefault(
                storyId, stories.values().stream().findFirst().orElse(null));
        return decision == null && story == null ? Optional.empty() : Optional.of(new Case(decision, story));
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
