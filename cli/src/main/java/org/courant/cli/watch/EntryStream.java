package org.courant.cli.watch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.courant.cli.topic.TopicReader;
import org.courant.cli.topic.Values;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.topic.Topic;
import org.courant.service.CannotStart;
import org.courant.service.kafka.Connection;

/** The records of the topic of entries, from some place on. */
final class EntryStream implements AutoCloseable {
    private final TopicReader reader;
    private final Values<DigestEntry> values;
    private final Map<Integer, Long> next = new TreeMap<>();

    private EntryStream(TopicReader reader, Values<DigestEntry> values) {
        this.reader = reader;
        this.values = values;
    }

    /** Is handed what the stream holds. */
    interface Taker {
        /**
         * A record.
         *
         * @param next where to go on after it
         */
        void take(EntryRecord record, StartAt.Offsets next);

        /**
         * In place of a record that is no entry.
         *
         * @param problem names the record and says what is wrong with it
         */
        void leaveOut(String problem);

        /** Whether it takes no more. */
        boolean hasEnough();
    }

    /** @param now what the start is reckoned from where it is so long ago */
    static EntryStream open(Connection connection, StartAt start, Instant now) {
        Topic<DigestEntry> topic = connection.topics().digestEntries();
        TopicReader reader = TopicReader.open(connection, List.of(topic));
        if (start instanceof StartAt.End) {
            reader.seekToEnd();
        } else if (start instanceof StartAt.Since since) {
            reader.seek(reader.offsetsAt(since.moment().from(now)));
        } else if (start instanceof StartAt.Offsets offsets) {
            Map<TopicPartition, Long> places = new TreeMap<>(TopicReader.ORDER);
            offsets.byPartition()
                    .forEach((partition, offset) -> places.put(new TopicPartition(topic.name(), partition), offset));
            requireKnown(reader, places);
            reader.seek(places);
        }
        EntryStream stream = new EntryStream(reader, new Values<>(connection, topic));
        reader.partitions().forEach(partition -> stream.next.put(partition.partition(), reader.position(partition)));
        return stream;
    }

    /**
     * Hands over what is there now.
     *
     * @throws CannotStart if Kafka or the registry does not answer as it should
     */
    void readToEnd(Taker taker) {
        reader.readToEnd(record -> hand(record, taker), taker::hasEnough);
    }

    /**
     * Hands over what comes within this time.
     *
     * @throws CannotStart if Kafka or the registry does not answer as it should
     */
    void poll(Duration longest, Taker taker) {
        reader.poll(longest).forEach(record -> hand(record, taker));
    }

    /** Where to go on after the last record that was handed over or left out. */
    StartAt.Offsets next() {
        return new StartAt.Offsets(next);
    }

    @Override
    public void close() {
        reader.close();
        values.close();
    }

    private void hand(ConsumerRecord<byte[], byte[]> record, Taker taker) {
        if (taker.hasEnough()) {
            return;
        }
        Values.Content<DigestEntry> content = values.read(record);
        // Not before it has been read: whoever goes on here reads it where it cannot be read now.
        next.put(record.partition(), record.offset() + 1);
        if (content instanceof Values.Unreadable<DigestEntry> unreadable) {
            taker.leaveOut(unreadable.problem());
        } else {
            taker.take(entry(record, content), next());
        }
    }

    private static EntryRecord entry(ConsumerRecord<byte[], byte[]> record, Values.Content<DigestEntry> content) {
        return new EntryRecord(
                record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8),
                content instanceof Values.Present<DigestEntry> present
                        ? Optional.of(present.value())
                        : Optional.empty(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()));
    }

    private static void requireKnown(TopicReader reader, Map<TopicPartition, Long> places) {
        places.keySet().stream()
                .filter(place -> !reader.partitions().contains(place))
                .findFirst()
                .ifPresent(unknown -> {
                    reader.close();
                    throw new CannotStart("topic %s has no partition %d; it has %d"
                            .formatted(
                                    unknown.topic(),
                                    unknown.partition(),
                                    reader.partitions().size()));
                });
    }
}
