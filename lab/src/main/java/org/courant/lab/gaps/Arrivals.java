package org.courant.lab.gaps;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads what is committed of a topic of entries, and notes when each entry is first seen. */
final class Arrivals implements AutoCloseable {
    private final ConcurrentLinkedQueue<Arrival> seen = new ConcurrentLinkedQueue<>();
    private final Thread thread;

    /**
     * An entry, seen for the first time.
     *
     * @param at when
     * @param waited since its item was written
     */
    record Arrival(Instant at, Duration waited) {}

    private Arrivals(String bootstrapServers, String topic) {
        thread = new Thread(() -> read(bootstrapServers, topic), "arrivals");
        thread.setDaemon(true);
    }

    static Arrivals start(String bootstrapServers, String topic) {
        Arrivals arrivals = new Arrivals(bootstrapServers, topic);
        arrivals.thread.start();
        return arrivals;
    }

    /** Those after a moment. */
    List<Arrival> since(Instant moment) {
        return seen.stream().filter(each -> each.at().isAfter(moment)).toList();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void read(String bootstrapServers, String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                "lab-gaps",
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "earliest");
        Set<String> keys = new HashSet<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (!Thread.currentThread().isInterrupted()) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(50))) {
                    if (keys.add(record.key())) {
                        Instant now = Instant.now();
                        // The record has the time of the item that it comes from.
                        seen.add(new Arrival(now, Duration.between(Instant.ofEpochMilli(record.timestamp()), now)));
                    }
                }
            }
        } catch (InterruptException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
