package org.courant.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.courant.enrich.world.Given;
import org.courant.enrich.world.RandomWorld;
import org.courant.enrich.world.RealCluster;
import org.courant.schemas.topic.Topics;
import org.courant.service.CannotStart;
import org.courant.testkit.ForkedJvm;
import org.courant.testkit.HaltAtAck;
import org.courant.testkit.TestCluster;
import org.courant.testkit.TopicReader;
import org.courant.testkit.WithKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The service on a real broker and registry. */
@WithKafka
class EnrichIT {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration COMMIT = Duration.ofMillis(100);

    private final TestCluster kafka;

    EnrichIT(TestCluster kafka) {
        this.kafka = kafka;
    }

    @ParameterizedTest(name = "{0} partitions, {1} instances")
    @CsvSource({"1, 1", "2, 2", "6, 1", "6, 3"})
    void theTablesDependNeitherOnPartitionsNorOnInstances(int partitions, int instances, @TempDir Path dir)
            throws Exception {
        RealCluster cluster = cluster(partitions);
        List<Given> log = RandomWorld.of(42, 1_200);
        cluster.write(log.subList(0, 600));
        List<EnrichService> running = new ArrayList<>();
        try {
            for (int i = 0; i < instances; i++) {
                EnrichService service = cluster.instance(dir.resolve("state-" + i), COMMIT);
                running.add(service);
                service.start();
            }
            cluster.write(log.subList(600, 1_200));

            awaitTables(cluster);
            running.forEach(service -> assertThat(service.health().ready()).isTrue());
        } finally {
            running.forEach(EnrichService::close);
        }
        assertThat(cluster.tables()).isEqualTo(cluster.expected());
    }

    @Test
    void anInstanceThatIsKilledLosesNothingAndRepeatsNothing(@TempDir Path dir) {
        RealCluster cluster = cluster(3);
        cluster.write(RandomWorld.of(7, 3_000));
        Topics topics = cluster.topics();
        record Kill(String topic, int record) {}
        List<Kill> kills = List.of(
                new Kill(topics.prefix() + "enrich-descriptors-repartition", 1),
                new Kill(topics.stories().name(), 1),
                new Kill(topics.rejections().name(), 100),
                new Kill(topics.stories().name(), 300));
        for (Kill kill : kills) {
            try (ForkedJvm instance = start(cluster, dir, kill.topic(), kill.record())) {
                instance.awaitLine("HALT after " + kill.record() + " of " + kill.topic(), PATIENCE);
                assertThat(instance.exitCode()).isEqualTo(HaltAtAck.EXIT_CODE);
            }
        }
        try (EnrichService last = cluster.instance(dir.resolve("state"), COMMIT)) {
            last.start();
            awaitTables(cluster);
        }

        assertNothingIsWrittenTwice(cluster);
        assertThat(aborted(cluster))
                .as("aborted records, at least that of each kill in these topics, without which it proves nothing")
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void stateOfAnEarlierReleaseIsNamedWithItsRemedy(@TempDir Path dir) throws Exception {
        RealCluster cluster = cluster(1);
        String left = cluster.topics().prefix() + "enrich-winners-changelog";
        try (Admin admin = kafka.adminClient()) {
            admin.createTopics(List.of(new NewTopic(left, 1, (short) 1))).all().get();
        }
        try (EnrichService service = cluster.instance(dir, COMMIT)) {
            assertThatThrownBy(service::start)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(left)
                    .hasMessageContaining("courant reset enrich --execute");
        }
    }

    private static ForkedJvm start(RealCluster cluster, Path dir, String topic, int record) {
        return ForkedJvm.start(
                EnrichMain.class,
                dir.resolve(topic + "-" + record + ".out"),
                cluster.bootstrapServers(),
                cluster.registryUrl(),
                cluster.topics().prefix(),
                String.valueOf(cluster.topics().partitions()),
                dir.resolve("state").toString(),
                topic,
                String.valueOf(record));
    }

    private static void awaitTables(RealCluster cluster) {
        var expected = cluster.expected();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(cluster.tables()).isEqualTo(expected));
    }

    /** Records of stories and rejections whose transactions were aborted. */
    private static int aborted(RealCluster cluster) {
        return cluster.written(TopicReader.uncommitted(cluster.bootstrapServers()))
                        .size()
                - cluster.written(TopicReader.committed(cluster.bootstrapServers()))
                        .size();
    }

    /** The service writes what has changed, so a record that equals the one before of its key was written twice. */
    private static void assertNothingIsWrittenTwice(RealCluster cluster) {
        Map<String, ConsumerRecord<String, byte[]>> last = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record :
                cluster.written(TopicReader.committed(cluster.bootstrapServers()))) {
            ConsumerRecord<String, byte[]> before = last.put(record.topic() + "/" + record.key(), record);
            if (before != null && before.timestamp() == record.timestamp()) {
                assertThat(record.value()).as("%s", record.key()).isNotEqualTo(before.value());
            }
        }
    }

    private RealCluster cluster(int partitions) {
        return new RealCluster(kafka.bootstrapServers(), kafka.registryUrl(), kafka.newTopics(partitions));
    }
}
