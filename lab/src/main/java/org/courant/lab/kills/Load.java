package org.courant.lab.kills;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Transactions without a pause by many producers: a record to each of two partitions, and the offset of a group. */
final class Load {
    static final String TOPIC = "load";

    private static final int PRODUCERS = 16;
    private static final int WARM = 3;

    private Load() {}

    /** Returns when each producer has committed a few; they go on until this process dies. */
    static void start(String bootstrapServers) throws InterruptedException {
        CountDownLatch warm = new CountDownLatch(PRODUCERS);
        for (int number = 0; number < PRODUCERS; number++) {
            String name = "load-" + number;
            Thread thread = new Thread(() -> commitForEver(bootstrapServers, name, warm), name);
            thread.setDaemon(true);
            thread.start();
        }
        warm.await();
    }

    private static void commitForEver(String bootstrapServers, String name, CountDownLatch warm) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "transactional.id",
                name,
                "transaction.timeout.ms",
                10_000,
                "linger.ms",
                0);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            ConsumerGroupMetadata group = group(bootstrapServers, name);
            producer.initTransactions();
            for (long committed = 1; ; committed++) {
                producer.beginTransaction();
                // A commit fails where one of them did.
                var unused = producer.send(new ProducerRecord<>(TOPIC, 0, name, "value"));
                var unusedToo = producer.send(new ProducerRecord<>(TOPIC, 1, name, "value"));
                producer.sendOffsetsToTransaction(
                        Map.of(new TopicPartition(TOPIC, 0), new OffsetAndMetadata(committed)), group);
                producer.commitTransaction();
                if (committed == WARM) {
                    warm.countDown();
                }
            }
        }
    }

    /** Of a group without members. */
    private static ConsumerGroupMetadata group(String bootstrapServers, String name) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "group.id", name),
                new StringDeserializer(),
                new StringDeserializer())) {
            return consumer.groupMetadata();
        }
    }
}
