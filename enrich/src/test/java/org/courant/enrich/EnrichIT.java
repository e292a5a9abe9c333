package org.courant.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.courant.enrich.world.Given;
import org.courant.enrich.world.RandomWorld;
import org.courant.enrich.world.RealCluster;
import org.courant.testkit.ForkedJvm;
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
        List<Given> log = RandomWorld.of(7, 3_000);
        cluster.write(log.subList(0, 1_000));
        for (int from = 1_000; from < log.size(); from += 1_000) {
            try (ForkedJvm instance = start(cluster, dir, "instance-" + from)) {
                instance.awaitLine("STARTED");
                awaitTables(cluster);
                int before = pending(cluster);
                cluster.write(log.subList(from, from + 1_000));
                // More records in the topics that no reader sees: the instance is within a transaction.
                await().atMost(PATIENCE).until(() -> pending(cluster) > before);
            }
        }
        try (EnrichService last = cluster.instance(dir.resolve("state"), COMMIT)) {
            last.start();
            awaitTables(cluster);
        }

        assertNothingIsWrittenTwice(cluster);
        assertThat(pending(cluster))
                .as("aborted records, without which the kills prove nothing")
                .isPositive();
    }

    private static ForkedJvm start(RealCluster cluster, Path dir, String name) {
        return ForkedJvm.start(
                EnrichMain.class,
                dir.resolve(name + ".out"),
                cluster.bootstrapServers(),
                cluster.registryUrl(),
                cluster.topics().prefix(),
                String.valueOf(cluster.topics().partitions()),
                dir.resolve("state").toString());
    }

    private static void awaitTables(RealCluster cluster) {
        var expected = cluster.expected();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(cluster.tables()).isEqualTo(expected));
    }

    /** Records of transactions that are open or were aborted. */
    private static int pending(RealCluster cluster) {
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
