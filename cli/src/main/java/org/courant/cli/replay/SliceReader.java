package org.courant.cli.replay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.courant.cli.topic.TopicReader;
import org.courant.cli.topic.Values;
import org.courant.schemas.SourceItem;
import org.courant.service.CannotStart;
import org.courant.service.kafka.Connection;

/** Reads the items of a slice, committed records only, in bounded memory. */
final class SliceReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Slice slice;
    private final TopicReader reader;
    private final Values<SourceItem> values;
    private final Deque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Set<TopicPartition> paused = new HashSet<>();
    private long unreadable;

    SliceReader(Connection connection, Slice slice) {
        this.slice = slice;
        this.values = new Values<>(connection, connection.topics().sourceItems());
        this.reader = TopicReader.at(connection, slice.begin());
        positions.putAll(slice.begin());
    }

    /**
     * The ids of the next items, at most so many; none at the end of the slice.
     *
     * @throws CannotStart if Kafka or the registry does not answer as it should
     */
    List<String> next(int most) {
        List<String> items = new ArrayList<>();
        long progressAt = System.nanoTime();
        while (items.size() < most) {
            ConsumerRecord<byte[], byte[]> record = waiting.poll();
            if (record != null) {
                progressAt = System.nanoTime();
                take(record, items);
            } else if (isAtEnd()) {
                return items;
            } else if (System.nanoTime() - progressAt > PATIENCE.toNanos()) {
                throw new CannotStart(
                        "Kafka has sent nothing of the log for %d s although there is more to read up to %s; check that every partition has a leader"
                                .formatted(PATIENCE.toSeconds(), slice.end()));
            } else {
                waiting.addAll(reader.poll(POLL));
            }
        }
        return items;
    }

    /** Where each partition is to be read on after the items that have been handed over. */
    Map<TopicPartition, Long> positions() {
        return Map.copyOf(positions);
    }

    /** Records that are no items; enrich has made dead letters of them. */
    long unreadable() {
        return unreadable;
    }

    @Override
    public void close() {
        reader.close();
        values.close();
    }

    private void take(ConsumerRecord<byte[], byte[]> record, List<String> items) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        if (record.offset() >= slice.endOf(partition)) {
            return;
        }
        Values.Content<SourceItem> content = values.read(record);
        // Not before it has been read: where it cannot be told now what it holds, it is still to be replayed.
        positions.put(partition, record.offset() + 1);
        if (!(content instanceof Values.Present<SourceItem> present)) {
            unreadable++;
        } else if (slice.holds(record.timestamp(), present.value().getSourceId())) {
            items.add(present.value().getItemId());
        }
    }

    /** Whether nothing waits and every partition has been read to its end; one that has is read no further. */
    private boolean isAtEnd() {
        slice.end().forEach((partition, end) -> {
            if (!paused.contains(partition) && reader.position(partition) >= end) {
                reader.pause(partition);
                paused.add(partition);
                // Behind the last record there may be marks of transactions.
                positions.put(partition, end);
            }
        });
        return paused.size() == slice.end().size();
    }
}
