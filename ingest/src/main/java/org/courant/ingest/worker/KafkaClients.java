package org.courant.ingest.worker;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.courant.service.kafka.Connection;

/** Makes the Kafka clients of the service. The operator's settings hold except where correctness depends on ours. */
record KafkaClients(Connection connection, WorkerSettings settings) {
    private static final int MAX_REQUEST_BYTES = 8 * 1024 * 1024;
    private static final int TRANSACTION_TIMEOUT_MILLIS = 30_000;

    /** Decides who polls which partition; nothing is ever read through it. */
    KafkaConsumer<byte[], byte[]> membership() {
        Map<String, Object> own = new HashMap<>(reading("courant-ingest-group"));
        own.put("group.id", settings.groupId());
        own.put("group.protocol", "classic");
        own.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
        own.put("session.timeout.ms", millis(settings.sessionTimeout()));
        own.put("heartbeat.interval.ms", millis(settings.sessionTimeout().dividedBy(4)));
        own.put(
                "max.poll.interval.ms",
                millis(settings.stopTimeout().multipliedBy(2).plusSeconds(60)));
        own.put("auto.offset.reset", "latest");
        return consumer(own);
    }

    /** Reads what a partition's sources and their state are. */
    KafkaConsumer<byte[], byte[]> state(int partition) {
        return consumer(reading("courant-ingest-state-" + partition));
    }

    /** Writes for one partition of sources; whoever opens the next one for it shuts this one out. */
    KafkaProducer<byte[], byte[]> producer(int partition) {
        String id = connection.topics().prefix() + "ingest-sources-" + partition;
        Map<String, Object> own = new HashMap<>(tuning());
        own.keySet().removeAll(connection.kafka().keySet());
        own.put("client.id", "courant-ingest-" + partition);
        own.put("transactional.id", id);
        own.put("enable.idempotence", true);
        own.put("acks", "all");
        own.put("transaction.timeout.ms", TRANSACTION_TIMEOUT_MILLIS);
        own.put("delivery.timeout.ms", 20_000);
        own.put("request.timeout.ms", 10_000);
        own.put("max.block.ms", 15_000);
        own.put("max.request.size", MAX_REQUEST_BYTES);
        return new KafkaProducer<>(connection.client(own), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> tuning() {
        return Map.of("compression.type", "lz4", "linger.ms", 10, "batch.size", 256 * 1024);
    }

    private static Map<String, Object> reading(String clientId) {
        return Map.of(
                "client.id",
                clientId,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "allow.auto.create.topics",
                false,
                "auto.offset.reset",
                "earliest",
                "request.timeout.ms",
                10_000,
                "default.api.timeout.ms",
                15_000);
    }

    private KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> own) {
        return new KafkaConsumer<>(connection.client(own), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
