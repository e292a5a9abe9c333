package org.courant.cli.topic;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.courant.schemas.topic.Topic;
import org.courant.service.kafka.Connection;

/**
 * How many records there are.
 *
 * @param number the records; where {@code exact} is false, at most so many
 * @param exact whether they were counted one by one, which is done up to some size
 */
public record RecordCount(long number, boolean exact) {
    private static final long MOST_TO_READ = 100_000;

    /** Records of a topic; of a compacted one, keys that have a value. */
    public static RecordCount of(Connection connection, Topic<?> topic) {
        try (TopicReader reader = TopicReader.open(connection, List.of(topic))) {
            return topic.config().getOrDefault("cleanup.policy", "").equals("compact") ? keys(reader) : records(reader);
        }
    }

    /** Records from where a reader stands. */
    public static RecordCount records(TopicReader reader) {
        long distance = reader.distance();
        if (distance > MOST_TO_READ) {
            return new RecordCount(distance, false);
        }
        AtomicLong number = new AtomicLong();
        reader.readToEnd(record -> number.incrementAndGet());
        return new RecordCount(number.get(), true);
    }

    private static RecordCount keys(TopicReader reader) {
        long distance = reader.distance();
        if (distance > MOST_TO_READ) {
            return new RecordCount(distance, false);
        }
        Set<ByteBuffer> live = new HashSet<>();
        reader.readToEnd(record -> {
            ByteBuffer key = ByteBuffer.wrap(record.key() == null ? new byte[0] : record.key());
            if (record.value() == null) {
                live.remove(key);
            } else {
                live.add(key);
            }
        });
        return new RecordCount(live.size(), true);
    }

    @Override
    public String toString() {
        return exact ? String.valueOf(number) : "about " + number;
    }
}
