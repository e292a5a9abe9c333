package org.courant.lab.faults.planted.advice;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A second producer beside the product's own, for one act. */
public final class SideProducer {
    private static final String CLIENT = "planted";

    private SideProducer() {}

    public static boolean is(ProducerConfig settings) {
        return settings.getString(ProducerConfig.CLIENT_ID_CONFIG).equals(CLIENT);
    }

    public static void send(ProducerConfig like, ProducerRecord<byte[], byte[]> record) {
        Map<String, Object> settings = settings(like);
        settings.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        try (KafkaProducer<byte[], byte[]> producer = producer(settings)) {
            var unused = producer.send(record);
        }
    }

    public static void commit(
            ProducerConfig like, Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
        Map<String, Object> settings = settings(like);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, UUID.randomUUID().toString());
        try (KafkaProducer<byte[], byte[]> producer = producer(settings)) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.sendOffsetsToTransaction(offsets, group);
            producer.commitTransaction();
        }
    }

    private static Map<String, Object> settings(ProducerConfig like) {
        Map<String, Object> settings = new HashMap<>(like.originals());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, CLIENT);
        return settings;
    }

    private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
