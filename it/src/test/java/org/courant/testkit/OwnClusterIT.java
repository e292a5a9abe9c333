package org.courant.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.courant.schemas.topic.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnClusterIT {
    @TempDir
    Path dir;

    @Test
    void acknowledgedRecordsSurviveAKillAndClientsFindTheBrokerAgain() throws Exception {
        Topics topics = new Topics("own.", 2);
        String topic = topics.deadLetters().name();
        try (OwnCluster cluster = OwnCluster.start(dir)) {
            cluster.createTopics(topics);
            try (KafkaProducer<String, String> producer = producer(cluster)) {
                send(producer, topic, "before");
                cluster.kill();
                cluster.restart();
                send(producer, topic, "after");
            }
            assertThat(TopicReader.committed(cluster.bootstrapServers()).bytes(topic))
                    .extracting(ConsumerRecord::key)
                    .containsExactlyInAnyOrder("before", "after");
        }
    }

    @Test
    void aPausedBrokerIsSilentUntilItGoesOn() throws Exception {
        try (OwnCluster cluster = OwnCluster.start(dir);
                Admin admin = cluster.adminClient()) {
            admin.listTopics().names().get(30, TimeUnit.SECONDS);
            cluster.pause();
            assertThatThrownBy(() -> admin.listTopics().names().get(1, TimeUnit.SECONDS))
                    .isInstanceOf(TimeoutException.class);
            cluster.resume();
            assertThat(admin.listTopics().names().get(30, TimeUnit.SECONDS)).isEmpty();
        }
    }

    @Test
    void settingsOfTheTestReachTheBroker() throws Exception {
        ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, "1");
        try (OwnCluster cluster = OwnCluster.start(dir, Map.of("message.max.bytes", "12345"));
                Admin admin = cluster.adminClient()) {
            assertThat(admin.describeConfigs(List.of(broker))
                            .all()
                            .get(30, TimeUnit.SECONDS)
                            .values())
                    .singleElement()
                    .satisfies(config ->
                            assertThat(config.get("message.max.bytes").value()).isEqualTo("12345"));
        }
    }

    private static KafkaProducer<String, String> producer(OwnCluster cluster) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer());
    }

    private static void send(KafkaProducer<String, String> producer, String topic, String key) throws Exception {
        producer.send(new ProducerRecord<>(topic, key, key)).get(60, TimeUnit.SECONDS);
    }
}
