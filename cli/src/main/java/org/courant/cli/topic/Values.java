package org.courant.cli.topic;

import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.courant.schemas.topic.Topic;
import org.courant.service.CannotStart;
import org.courant.service.Fault;
import org.courant.service.kafka.Connection;

/**
 * Reads the values of a topic's records. Confluent's deserializer throws the same exception for a record that is no
 * good and for a registry that does not answer. Here the former is a value, and the latter ends the command: whoever
 * took it for a bad record would pass over good ones.
 */
public final class Values<V extends SpecificRecord> implements AutoCloseable {
    private final Serde<V> serde;

    public Values(Connection connection, Topic<V> topic) {
        this.serde = connection.serdes().of(topic);
    }

    /** What a record holds. */
    public sealed interface Content<V> {}

    /** A value. */
    public record Present<V>(V value) implements Content<V> {}

    /** No value, which takes back what its key had. */
    public record Absent<V>() implements Content<V> {}

    /**
     * No record of this topic.
     *
     * @param problem names the record and says what is wrong with it, for a person
     */
    public record Unreadable<V>(String problem) implements Content<V> {}

    /**
     * Reads a record.
     *
     * @throws CannotStart if it cannot be told what it holds, since the registry does not answer as it should
     */
    public Content<V> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            V value = serde.deserializer().deserialize(record.topic(), record.value());
            return value == null ? new Absent<>() : new Present<>(value);
        } catch (RuntimeException failed) {
            String problem = "%s, partition %d, offset %d cannot be read (%s)"
                    .formatted(record.topic(), record.partition(), record.offset(), reason(failed));
            if (Fault.whileReading(failed) != Fault.RECORD) {
                throw new CannotStart(problem + "; check registry.url and that the registry answers", failed);
            }
            return new Unreadable<>(problem);
        }
    }

    /**
     * The value of a record that is one of Courant's; empty where it has none.
     *
     * @throws CannotStart if it cannot be read, whosever fault that is
     */
    public Optional<V> get(ConsumerRecord<byte[], byte[]> record) {
        Content<V> content = read(record);
        if (content instanceof Unreadable<V> unreadable) {
            throw new CannotStart(
                    unreadable.problem() + "; check registry.url, and that the record was written by Courant");
        }
        return content instanceof Present<V> present ? Optional.of(present.value()) : Optional.empty();
    }

    @Override
    public void close() {
        serde.close();
    }

    private static String reason(Throwable failed) {
        Throwable root = Fault.rootOf(failed);
        return root == failed ? String.valueOf(failed.getMessage()) : failed.getMessage() + ": " + root;
    }
}
