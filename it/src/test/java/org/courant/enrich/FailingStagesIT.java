package org.courant.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.Topology;
import org.courant.enrich.world.Items;
import org.courant.enrich.world.RealCluster;
import org.courant.enrich.world.TestMethods;
import org.courant.schemas.SourceItem;
import org.courant.schemas.SourceKind;
import org.courant.schemas.topic.DeadLetterHeaders;
import org.courant.service.streams.RecordGuard;
import org.courant.service.streams.RocksDbLimits;
import org.courant.service.streams.StreamsLifecycle;
import org.courant.service.streams.StreamsSettings;
import org.courant.service.watch.ClusterWatch;
import org.courant.service.watch.Watched;
import org.courant.testkit.PlantedErrors;
import org.courant.testkit.TestCluster;
import org.courant.testkit.TopicReader;
import org.courant.testkit.WithKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Errors in the stages on a real broker, within exactly-once transactions. */
@WithKafka
class FailingStagesIT {
    private static final List<String> STAGES =
            List.of("validate", "deliver", "directory", "redirect", "resolve", "assign", "receive");
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final RealCluster cluster;

    FailingStagesIT(TestCluster kafka) {
        cluster = new RealCluster(kafka.bootstrapServers(), kafka.registryUrl(), kafka.newTopics(2));
    }

    @Test
    void errorsInEachStageBecomeDeadLettersAllOthersArePublishedAndARestartChangesNothing(@TempDir Path dir) {
        int good = 0;
        for (String stage : STAGES) {
            for (PlantedErrors.Kind kind : PlantedErrors.Kind.values()) {
                String mark = kind.mark(stage);
                write(item("one" + mark, "url:https://one.example" + mark, "feed:shared" + mark));
                write(item("other" + mark, "url:https://other.example" + mark, "feed:shared" + mark));
                // An edit has moved it, so that the work that it has left hears of that.
                write(item("one" + mark, "url:https://moved.example" + mark));
                write(item("good" + good, "url:https://good.example/" + good++));
            }
        }
        int others = good;
        try (StreamsLifecycle enrich = start(dir)) {
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(goodStories()).hasSize(others));
            await().atMost(TIMEOUT)
                    .untilAsserted(
                            () -> assertThat(failures()).hasSize(STAGES.size() * PlantedErrors.Kind.values().length));
            assertThat(enrich.health().ready()).isTrue();
        }

        try (StreamsLifecycle enrich = start(dir)) {
            write(item("last", "url:https://good.example/last"));
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(goodStories()).hasSize(others + 1));
            assertThat(enrich.health().ready()).isTrue();
        }

        assertThat(goodStories()).doesNotHaveDuplicates();
        assertThat(letters())
                .extracting(FailingStagesIT::position)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(failures().size());
    }

    @Test
    void longListsOfNumbersAddressesAndWorksArePublished(@TempDir Path dir) {
        List<String> bodies = List.of(
                "We use the mask [" + "1, ".repeat(3_000) + "1]. It holds what every layer of the model may see.",
                "http://a.b/1 ".repeat(1_500).strip(),
                "Known since long (" + "Li and Wu, 2020; ".repeat(1_000) + "Li, 2021) and used by all.");
        for (int i = 0; i < bodies.size(); i++) {
            write(Items.builder("post" + i, "forum:forum.example/" + i)
                    .setSourceKind(SourceKind.FORUM)
                    .setTitle("A post")
                    .setBody(bodies.get(i))
                    .build());
        }
        write(item("good", "url:https://good.example/0"));

        try (StreamsLifecycle enrich = start(dir)) {
            await().atMost(TIMEOUT)
                    .untilAsserted(() -> assertThat(cluster.tables().stories()).hasSize(bodies.size() + 1));
            assertThat(enrich.health().ready()).isTrue();
        }

        assertThat(letters()).isEmpty();
    }

    private StreamsLifecycle start(Path dir) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        StreamsSettings settings =
                new StreamsSettings(cluster.topics().prefix() + "failing", dir, 1, Duration.ofMillis(100), 32);
        Topology topology = new EnrichTopology(
                        cluster.topics(), cluster.connection().serdes(), TestMethods.standard(), 500, meters)
                .build(PlantedErrors.builder(RecordGuard.class));
        Watched watched = Watched.by("enrich", settings.applicationId(), topology.describe(), Set.of());
        StreamsLifecycle enrich = new StreamsLifecycle(
                new ClusterWatch(watched, cluster.connection(), meters, InstantSource.system()),
                topology,
                settings.properties(
                        cluster.connection(), "enrich", meters, new RocksDbLimits.Memory(32L << 20), Map.of()),
                meters,
                InstantSource.system(),
                Duration.ofSeconds(20));
        enrich.start();
        return enrich;
    }

    private static SourceItem item(String itemId, String... identities) {
        return Items.builder(itemId, identities).setTitle(itemId).build();
    }

    private void write(SourceItem item) {
        try (var serde = cluster.connection().serdes().of(cluster.topics().sourceItems())) {
            cluster.write(
                    item.getIdentities().get(0).getBytes(UTF_8),
                    serde.serializer().serialize(cluster.topics().sourceItems().name(), item),
                    new RecordHeaders());
        }
    }

    /** The keys of the records of stories that have nothing to do with errors. */
    private List<String> goodStories() {
        return reader().bytes(cluster.topics().stories().name()).stream()
                .map(ConsumerRecord::key)
                .filter(id -> id.startsWith("url:https://good.example"))
                .toList();
    }

    /** Which stage has failed at what. */
    private Set<String> failures() {
        return letters().stream()
                .map(letter ->
                        header(letter, DeadLetterHeaders.STAGE) + " " + header(letter, DeadLetterHeaders.EXCEPTION))
                .collect(Collectors.toSet());
    }

    /** A record may fail in one stage once. */
    private static String position(ConsumerRecord<String, byte[]> letter) {
        return String.join(
                " ",
                header(letter, DeadLetterHeaders.STAGE),
                header(letter, DeadLetterHeaders.TOPIC),
                header(letter, DeadLetterHeaders.PARTITION),
                header(letter, DeadLetterHeaders.OFFSET),
                String.valueOf(letter.key()));
    }

    private static String header(ConsumerRecord<String, byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }

    private List<ConsumerRecord<String, byte[]>> letters() {
        return reader().bytes(cluster.topics().deadLetters().name());
    }

    private TopicReader reader() {
        return TopicReader.committed(cluster.bootstrapServers());
    }
}
