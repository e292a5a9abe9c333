package org.courant.cli.replay;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.courant.cli.process.StopSignal;
import org.courant.cli.topic.Groups;
import org.courant.service.CannotStart;
import org.courant.service.kafka.Connection;

/**
 * Replays a slice, batch by batch; after each it saves how far it has got. A batch that was cut short is sent once more
 * when the replay goes on, which changes nothing.
 */
final class Replayer {
    private static final byte[] NO_VALUE = {};

    private final Connection connection;
    private final Groups groups;
    private final Stages stages;
    private final String group;
    private final Report report;

    /** Hears how it goes. */
    interface Report {
        /** A batch has passed all stages. */
        void passed(Bookmark bookmark);

        /** The replay waits, since so many live items do. */
        void waits(long live);

        /** So many records that have been passed over are no items. */
        void leftOut(long unreadable);
    }

    /** @param group where the bookmark is kept */
    Replayer(Connection connection, Groups groups, Stages stages, String group, Report report) {
        this.connection = connection;
        this.groups = groups;
        this.stages = stages;
        this.group = group;
        this.report = report;
    }

    /**
     * Replays until all is done or the process is told to stop.
     *
     * @return how far it has got
     */
    Bookmark replay(Bookmark from, Pace first, StopSignal stop) {
        from.save(groups, group);
        try (SliceReader reader = new SliceReader(connection, from.slice())) {
            Bookmark end = replay(from, first, reader, stop);
            if (reader.unreadable() > 0) {
                report.leftOut(reader.unreadable());
            }
            return end;
        }
    }

    private Bookmark replay(Bookmark from, Pace first, SliceReader reader, StopSignal stop) {
        Passage passage = new Passage(connection, groups, stages.passed(connection.topics()));
        LiveItems live = new LiveItems(groups, stages.log(connection.topics()), Passage.PATIENCE);
        Bookmark bookmark = from;
        Pace pace = first;
        Start begin = new Start(System.nanoTime(), from.done());
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            while (live.letPass(stop, report::waits)) {
                List<String> items = reader.next(pace.batch());
                long sent = System.nanoTime();
                send(producer, items);
                if (!items.isEmpty() && !passage.await(stop)) {
                    return stopped(bookmark);
                }
                Duration took = Duration.ofNanos(System.nanoTime() - sent);
                Duration pause = pace.pause(took);
                bookmark = after(bookmark, reader, items.size(), begin, pause);
                bookmark.save(groups, group);
                report.passed(bookmark);
                if (items.size() < pace.batch()) {
                    return bookmark;
                }
                if (stop.await(pause)) {
                    return stopped(bookmark);
                }
                pace = pace.after(took, items.size());
            }
            return stopped(bookmark);
        }
    }

    /** The interrupt that told to stop has served its purpose; clients that are closed must not hear of it. */
    private static Bookmark stopped(Bookmark bookmark) {
        Thread.interrupted();
        return bookmark;
    }

    /** The pause that follows is reckoned to what the items before it took. */
    private static Bookmark after(Bookmark before, SliceReader reader, int items, Start start, Duration pause) {
        long done = before.done() + items;
        double seconds = (System.nanoTime() - start.nanos() + pause.toNanos()) / 1e9;
        return new Bookmark(
                before.slice().beginningAt(reader.positions()),
                Math.max(before.items(), done),
                done,
                items == 0 ? before.perSecond() : (done - start.done()) / seconds,
                before.settings());
    }

    /** When this run began, and what had been done before. */
    private record Start(long nanos, long done) {}

    private void send(KafkaProducer<byte[], byte[]> producer, List<String> items) {
        String topic = connection.topics().replays().name();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        items.forEach(item ->
                sent.add(producer.send(new ProducerRecord<>(topic, item.getBytes(StandardCharsets.UTF_8), NO_VALUE))));
        for (Future<RecordMetadata> each : sent) {
            try {
                each.get();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new CannotStart("interrupted while writing to " + topic, stopped);
            } catch (ExecutionException failed) {
                throw new CannotStart(
                        "topic %s does not take what is replayed (%s); check that it is there (courant topics check) and that this user may write to it"
                                .formatted(topic, failed.getCause()),
                        failed);
            }
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                connection.client(Map.of(
                        "client.id", "courant-replay",
                        "linger.ms", 20,
                        "delivery.timeout.ms", 60_000,
                        "request.timeout.ms", 15_000,
                        // Twice and in any order is as good, and sequence numbers can go wrong on a young topic
                        // (KAFKA-15591).
                        "enable.idempotence", false)),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
