package org.courant.lab.faults.run;

import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes consumers without a group, that start at the beginning and take bytes as they are. */
record LogReader(String bootstrapServers) {
    KafkaConsumer<byte[], byte[]> committed() {
        return consumer("read_committed");
    }

    KafkaConsumer<byte[], byte[]> uncommitted() {
        return consumer("read_uncommitted");
    }

    private KafkaConsumer<byte[], byte[]> consumer(String isolation) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "isolation.level", isolation,
                        "auto.offset.reset", "earliest",
                        "enable.auto.commit", "false",
                        "request.timeout.ms", "5000",
                        "default.api.timeout.ms", "10000",
                        "reconnect.backoff.max.ms", "500",
                        "metadata.max.age.ms", "3000"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
