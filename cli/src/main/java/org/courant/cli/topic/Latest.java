package org.courant.cli.topic;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.courant.schemas.topic.Topic;
import org.courant.service.CannotStart;
import org.courant.service.kafka.Connection;

/** The latest value of every key of a topic, as far as it has been read; a null value removes its key. */
public final class Latest<V extends SpecificRecord> implements AutoCloseable {
    private final Topic<V> topic;
    private final Values<V> reader;
    private final Map<String, V> values = new TreeMap<>();

    public Latest(Connection connection, Topic<V> topic) {
        this.topic = topic;
        this.reader = new Values<>(connection, topic);
    }

    /** Reads a whole topic. */
    public static <V extends SpecificRecord> Map<String, V> read(Connection connection, Topic<V> topic) {
        try (TopicReader reader = TopicReader.open(connection, List.of(topic));
                Latest<V> latest = new Latest<>(connection, topic)) {
            reader.readToEnd(latest::add);
            return latest.values();
        }
    }

    /**
     * Takes a record in; records of other topics are not its business.
     *
     * @throws CannotStart if the value cannot be read
     */
    public void add(ConsumerRecord<byte[], byte[]> record) {
        if (!record.topic().equals(topic.name()) || record.key() == null) {
            return;
        }
        String key = new String(record.key(), StandardCharsets.UTF_8);
        reader.get(record).ifPresentOrElse(value -> values.put(key, value), () -> values.remove(key));
    }

    /** By key, in the order of the keys. */
    public Map<String, V> values() {
        return values;
    }

    @Override
    public void close() {
        reader.close();
    }
}
