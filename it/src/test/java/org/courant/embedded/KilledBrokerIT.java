package org.courant.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.courant.testkit.OwnCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledBrokerIT {
    private static final TopicPartition DECISIONS = new TopicPartition("__transaction_state", 0);

    /** Where a value of {@link #DECISIONS} holds the producer's epoch, and the state of its transaction. */
    private static final int EPOCH_AT = 10;

    private static final int STATE_AT = 16;
    private static final byte PREPARE_COMMIT = 2;

    @TempDir
    Path dir;

    /** A kill hits the moment between decision and markers once in four times; here it is made to. */
    @Test
    void aTransactionWhoseCommitWasDecidedBeforeAKillIsCommittedAfterIt() throws Exception {
        try (OwnCluster cluster = OwnCluster.start(dir)) {
            try (Admin admin = cluster.adminClient()) {
                // The more partitions, the longer a broker that starts too early leads by the old metadata.
                admin.createTopics(List.of(new NewTopic("t", 1, (short) 1), new NewTopic("many", 220, (short) 1)))
                        .all()
                        .get(60, TimeUnit.SECONDS);
            }
            try (KafkaProducer<String, String> producer = producer(cluster)) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("t", "decided")).get(30, TimeUnit.SECONDS);
                decideToCommit(cluster);
                cluster.kill();
                producer.close(Duration.ZERO);
            }
            cluster.restart();
            assertThat(Records.read(cluster.bootstrapServers(), "t", 1)).containsExactly("decided");
        }
    }

    /** Writes what the coordinator writes before it sends the markers, without its knowledge: it sends none. */
    private static void decideToCommit(OwnCluster cluster) throws Exception {
        ConsumerRecord<byte[], byte[]> last = lastDecision(cluster);
        ByteBuffer value = ByteBuffer.wrap(last.value().clone());
        value.putShort(EPOCH_AT, (short) (value.getShort(EPOCH_AT) + 1));
        value.put(STATE_AT, PREPARE_COMMIT);
        // The one client that may write to internal topics.
        Map<String, Object> settings =
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "client.id", "__admin_client");
        try (KafkaProducer<byte[], byte[]> coordinator =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            coordinator
                    .send(new ProducerRecord<>(DECISIONS.topic(), DECISIONS.partition(), last.key(), value.array()))
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static ConsumerRecord<byte[], byte[]> lastDecision(OwnCluster cluster) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(DECISIONS));
            consumer.seekToEnd(List.of(DECISIONS));
            consumer.seek(DECISIONS, consumer.position(DECISIONS) - 1);
            for (int poll = 0; poll < 30; poll++) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
                    return record;
                }
            }
            throw new AssertionError("no record at the end of " + DECISIONS);
        }
    }

    private static KafkaProducer<String, String> producer(OwnCluster cluster) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "transactional.id", "killed"),
                new StringSerializer(),
                new StringSerializer());
    }
}
