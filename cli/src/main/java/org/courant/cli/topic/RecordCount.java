package org.courant.cli.topic;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
            return topic.config().getOrDefault("cleanup.policy", "").equals("compact")
                    ? sum(reader, record -> record.value() == null ? 0 : 1)
                    : records(reader);
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

    /**
     * What the newest records of all keys come to; if there are too many to read, how many records there are.
     *
     * @param size of one record
     */
    public static RecordCount sum(TopicReader reader, ToIntFunction<ConsumerRecord<byte[], byte[]>> size) {
        long distance = reader.distance();
        if (distance > MOST_TO_READ) {
            return new RecordCount(distance, false);
        }
        Map<ByteBuffer, Integer> sizes = new HashMap<>();
        reader.readToEnd(record ->
                sizes.put(ByteBuffer.wrap(record.key() == null ? new byte[0] : record.key()), size.applyAsInt(record)));
        return new RecordCount(
                sizes.values().stream().mapToLong(Integer::longValue).sum(), true);
    }

    @Override
    public String toString() {
        return exact ? String.valueOf(number) : "about " + number;
    }
}
