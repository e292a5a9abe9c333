package org.courant.cli.watch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serde;
import org.courant.cli.topic.TopicReader;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.topic.Topic;
import org.courant.service.CannotStart;
import org.courant.service.kafka.Connection;

/** The records of the topic of entries, from some place on. */
final class EntryStream implements AutoCloseable {
    private final TopicReader reader;
    private final Serde<DigestEntry> serde;
    private final Map<Integer, Long> next = new TreeMap<>();

    private EntryStream(TopicReader reader, Serde<DigestEntry> serde) {
        this.reader = reader;
        this.serde = serde;
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
        EntryStream stream = new EntryStream(reader, connection.serdes().of(topic));
        reader.partitions().forEach(partition -> stream.next.put(partition.partition(), reader.position(partition)));
        return stream;
    }

    /** Hands over what is there now. */
    void readToEnd(Consumer<EntryRecord> taker) {
        reader.readToEnd(record -> taker.accept(entry(record)));
    }

    /** Hands over what comes within this time. */
    void poll(Duration longest, Consumer<EntryRecord> taker) {
        reader.poll(longest).forEach(record -> taker.accept(entry(record)));
    }

    /** Where to go on after the last record that was handed over. */
    StartAt.Offsets next() {
        return new StartAt.Offsets(next);
    }

    @Override
    public void close() {
        reader.close();
        serde.close();
    }

    private EntryRecord entry(ConsumerRecord<byte[], byte[]> record) {
        next.put(record.partition(), record.offset() + 1);
        return new EntryRecord(
                record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8),
                Optional.ofNullable(serde.deserializer().deserialize(record.topic(), record.value())),
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
