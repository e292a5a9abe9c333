package org.courant.enrich.languagemodel.ask;

import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.courant.service.kafka.Connection;

/** Makes the Kafka clients. */
record AskClients(Connection connection, String groupId) {
    /** Requests and summaries; both topics have as many partitions, so one number of both goes to one process. */
    KafkaConsumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(
                connection.client(Map.ofEntries(
                        Map.entry("group.id", groupId),
                        Map.entry("client.id", groupId),
                        Map.entry("group.protocol", "classic"),
                        Map.entry("partition.assignment.strategy", RangeAssignor.class.getName()),
                        Map.entry("session.timeout.ms", 15_000),
                        Map.entry("heartbeat.interval.ms", 3_000),
                        Map.entry("isolation.level", "read_committed"),
                        Map.entry("enable.auto.commit", false),
                        Map.entry("allow.auto.create.topics", false),
                        Map.entry("auto.offset.reset", "earliest"),
                        Map.entry("max.poll.records", Lane.MOST_OPEN),
                        Map.entry("default.api.timeout.ms", 15_000))),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                connection.client(Map.of(
                        "client.id",
                        groupId,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "compression.type",
                        "lz4",
                        "delivery.timeout.ms",
                        20_000,
                        "request.timeout.ms",
                        10_000,
                        "max.block.ms",
                        15_000)),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
