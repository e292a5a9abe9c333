package org.courant.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
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
    private static final int KILLS = 2;

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
        for (int round = 0; round < KILLS; round++) {
            send(round * STORIES / (KILLS + 1), (round + 1) * STORIES / (KILLS + 1));
            long seen = uncommitted();
            try (ForkedJvm service = start(round)) {
                // Results that no reader has seen yet are on the topic: a transaction is open.
                await().atMost(PATIENCE).until(() -> uncommitted() > seen);
                service.kill();
            }
        }
        send(KILLS * STORIES / (KILLS + 1), STORIES);
        TopicReader committed = TopicReader.committed(cluster.bootstrapServers());
        try (ForkedJvm service = start(KILLS)) {
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
                .isGreaterThan(STORIES);
    }

    private ForkedJvm start(int round) {
        return ForkedJvm.start(
                PublishMain.class,
                dir.resolve("publish-" + round + ".out"),
                cluster.bootstrapServers(),
                cluster.registryUrl(),
                topics.prefix(),
                "2",
                dir.resolve("state").toString());
    }

    private long uncommitted() {
        return TopicReader.uncommitted(cluster.bootstrapServers())
                .bytes(topics.digestEntries().name())
                .size();
    }

    private void send(int from, int to) {
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
            var sent = IntStream.range(from, to)
                    .mapToObj(i -> Stories.story("arxiv:" + i).build())
                    .map(story ->
                            producer.send(new ProducerRecord<>(topics.stories().name(), story.getStoryId(), story)))
                    .toList();
            producer.flush();
            assertThat(sent).allMatch(Future::isDone);
        }
    }
}
