package org.courant.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.courant.schemas.serde.AvroSerdes;
import org.courant.schemas.topic.Topic;

/**
 * Reads whole topics from the beginning to the end that they have at the call. With {@code read_committed} that end is
 * before the first transaction that is still open.
 *
 * @param bootstrapServers the cluster
 * @param isolation {@code read_committed} or {@code read_uncommitted}
 */
public record TopicReader(String bootstrapServers, String isolation) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(200);

    public static TopicReader committed(String bootstrapServers) {
        return new TopicReader(bootstrapServers, "read_committed");
    }

    /** Sees records of open and aborted transactions too: the witness that a crash test needs. */
    public static TopicReader uncommitted(String bootstrapServers) {
        return new TopicReader(bootstrapServers, "read_uncommitted");
    }

    /** All records, each partition in its order. */
    public <V> List<ConsumerRecord<String, V>> records(String topic, Deserializer<V> values) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                isolation,
                "allow.auto.create.topics",
                false,
                "auto.offset.reset",
                "none");
        try (KafkaConsumer<String, V> consumer = new KafkaConsumer<>(settings, new StringDeserializer(), values)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return readTo(consumer.endOffsets(partitions, PATIENCE), consumer);
        }
    }

    /** All records with values of the topic's type. */
    public <V extends SpecificRecord> List<ConsumerRecord<String, V>> records(Topic<V> topic, AvroSerdes serdes) {
        try (Serde<V> serde = serdes.of(topic)) {
            return records(topic.name(), serde.deserializer());
        }
    }

    /** All records with values as they stand. */
    public List<ConsumerRecord<String, byte[]>> bytes(String topic) {
        return records(topic, new ByteArrayDeserializer());
    }

    /** The last value of each key; keys whose last value is null are absent. */
    public <V> SortedMap<String, V> table(String topic, Deserializer<V> values) {
        return tableOf(records(topic, values));
    }

    /** The last value of each key, with values of the topic's type. */
    public <V extends SpecificRecord> SortedMap<String, V> table(Topic<V> topic, AvroSerdes serdes) {
        return tableOf(records(topic, serdes));
    }

    private static <V> SortedMap<String, V> tableOf(List<ConsumerRecord<String, V>> records) {
        SortedMap<String, V> table = new TreeMap<>();
        for (ConsumerRecord<String, V> record : records) {
            if (record.value() == null) {
                table.remove(record.key());
            } else {
                table.put(record.key(), record.value());
            }
        }
        return table;
    }

    private <V> List<ConsumerRecord<String, V>> readTo(
            Map<TopicPartition, Long> ends, KafkaConsumer<String, V> consumer) {
        List<ConsumerRecord<String, V>> records = new ArrayList<>();
        long begin = System.nanoTime();
        while (!reached(ends, consumer)) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new AssertionError("end " + ends + " not reached within " + PATIENCE.toSeconds() + " s; read "
                        + records.size() + " records, now at " + positions(ends, consumer));
            }
            for (ConsumerRecord<String, V> record : consumer.poll(POLL)) {
                if (record.offset() < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                    records.add(record);
                }
            }
        }
        return records;
    }

    private static boolean reached(Map<TopicPartition, Long> ends, KafkaConsumer<?, ?> consumer) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey(), PATIENCE) >= end.getValue());
    }

    private static Map<TopicPartition, Long> positions(Map<TopicPartition, Long> ends, KafkaConsumer<?, ?> consumer) {
        return ends.keySet().stream().collect(Collectors.toMap(each -> each, consumer::position));
    }
}
