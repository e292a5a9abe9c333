package org.courant.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.courant.schemas.DigestEdition;
import org.courant.schemas.Story;
import org.courant.schemas.serde.AvroSerdes;
import org.courant.schemas.topic.Topics;
import org.courant.testkit.ForkedJvm;
import org.courant.testkit.HaltAtAck;
import org.courant.testkit.TestCluster;
import org.courant.testkit.TopicReader;
import org.courant.testkit.WithKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the service with open transactions: every story becomes one entry, once, and the edition lists them all. */
@WithKafka
final class PublishCrashIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int STORIES = 3_000;

    private final TestCluster cluster;
    private final Topics topics;
    private final AvroSerdes serdes;

    @TempDir
    private Path dir;

    PublishCrashIT(TestCluster cluster) {
        this.cluster = cluster;
        this.topics = cluster.newTopics(2);
        this.serdes = AvroSerdes.of(cluster.registryUrl());
    }

    @Test
    void nothingIsLostAndNothingIsShownTwiceThoughTheServiceIsKilled() {
        send();
        record Kill(String topic, int record) {}
        List<Kill> kills = List.of(
                new Kill(topics.digestEntries().name(), 1),
                new Kill(topics.digestEntries().name(), STORIES / 3),
                new Kill(topics.digestEditions().name(), 1));
        for (Kill kill : kills) {
            try (ForkedJvm service = start(kill.topic(), String.valueOf(kill.record()))) {
                service.awaitLine("HALT after " + kill.record() + " of " + kill.topic(), PATIENCE);
                assertThat(service.exitCode()).isEqualTo(HaltAtAck.EXIT_CODE);
            }
        }
        TopicReader committed = TopicReader.committed(cluster.bootstrapServers());
        try (ForkedJvm service = start()) {
            await().atMost(PATIENCE)
                    .until(() -> committed.table(topics.digestEditions(), serdes).values().stream()
                                    .mapToInt(DigestEdition::getEntryCount)
                                    .sum()
                            == STORIES);
            assertThat(service.isAlive()).isTrue();
        }

        assertThat(committed.records(topics.digestEntries(), serdes))
                .extracting(record -> record.key())
                .hasSize(STORIES)
                .doesNotHaveDuplicates();
        assertThat(uncommitted())
                .as("records of transactions that a kill has ended, or the test shows nothing")
                .isGreaterThanOrEqualTo(STORIES + 2);
    }

    private ForkedJvm start(String... halt) {
        List<String> args = new ArrayList<>(List.of(
                cluster.bootstrapServers(),
                cluster.registryUrl(),
                topics.prefix(),
                "2",
                dir.resolve("state").toString()));
        args.addAll(List.of(halt));
        return ForkedJvm.start(
                PublishMain.class,
                dir.resolve("publish-" + String.join("-", halt) + ".out"),
                args.toArray(String[]::new));
    }

    private long uncommitted() {
        return TopicReader.uncommitted(cluster.bootstrapServers())
                .bytes(topics.digestEntries().name())
                .size();
    }

    private void send() {
        // One request at a time: more can go wrong on a topic this young (KAFKA-15591).
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                cluster.bootstrapServers(),
                "linger.ms",
                20,
                "max.in.flight.requests.per.connection",
                1);
        try (KafkaProducer<String, Story> producer = new KafkaProducer<>(
                settings, new StringSerializer(), serdes.of(topics.stories()).serializer())) {
            var sent = IntStream.range(0, STORIES)
                    .mapToObj(i -> Stories.story("arxiv:" + i).build())
                    .map(story ->
                            producer.send(new ProducerRecord<>(topics.stories().name(), story.getStoryId(), story)))
                    .toList();
            producer.flush();
            assertThat(sent).allMatch(Future::isDone);
        }
    }
}
