package org.courant.ingest.definition;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.courant.schemas.Source;
import org.courant.schemas.topic.Topic;
import org.courant.service.CannotStart;
import org.courant.service.kafka.Connection;

/**
 * The definitions on the topic {@code sources} as they stand.
 *
 * @param byKey by record key: politeness group, {@code /}, source id
 */
public record PublishedSources(Map<String, Source> byKey) {
    public PublishedSources {
        byKey = Map.copyOf(byKey);
    }

    /**
     * Reads the whole topic.
     *
     * @throws CannotStart if Kafka or the registry does not answer
     */
    public static PublishedSources read(Connection connection) {
        Topic<Source> topic = connection.topics().sources();
        Map<String, Source> byKey = new TreeMap<>();
        Map<String, Object> settings = connection.client(Map.of(
                "client.id",
                "courant-sources",
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "allow.auto.create.topics",
                false,
                "auto.offset.reset",
                "earliest",
                "default.api.timeout.ms",
                15_000));
        try (Serde<Source> serde = connection.serdes().of(topic);
                KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(topic.name(), info.partition()))
                    .toList();
            ReadToEnd.of(
                    consumer,
                    partitions,
                    record -> StoredValue.of(record, serde.deserializer())
                            .ifPresentOrElse(
                                    source -> byKey.put(StoredValue.key(record), source),
                                    () -> byKey.remove(StoredValue.key(record))));
        } catch (KafkaException unanswered) {
            throw new CannotStart(
                    "topic %s at %s cannot be read (%s); check kafka.bootstrap.servers, registry.url and that both run"
                            .formatted(topic.name(), connection.bootstrapServers(), unanswered.getMessage()),
                    unanswered);
        }
        return new PublishedSources(byKey);
    }
}
