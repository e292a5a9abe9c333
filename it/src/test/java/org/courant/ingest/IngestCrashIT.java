package org.courant.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.courant.schemas.Source;
import org.courant.schemas.SourceItem;
import org.courant.schemas.topic.Topic;
import org.courant.schemas.topic.Topics;
import org.courant.testkit.ForkedJvm;
import org.courant.testkit.HaltAtAck;
import org.courant.testkit.TestCluster;
import org.courant.testkit.TopicReader;
import org.courant.testkit.WithKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed, in several places, and what a reader sees of it. */
@WithKafka
final class IngestCrashIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration OFTEN = Duration.ofMillis(100);
    private static final int ITEMS = 40;

    private final LineServer server = new LineServer();
    private final List<ForkedJvm> processes = new ArrayList<>();

    @TempDir
    Path dir;

    private IngestCluster cluster;

    @BeforeEach
    void createTopics(TestCluster kafka) {
        cluster = IngestCluster.on(kafka, 3);
    }

    @AfterEach
    void endEverything() {
        processes.forEach(ForkedJvm::close);
        server.close();
    }

    @Test
    void aKillAnywhereWithinATransactionLosesNothingAndShowsNothingTwice() {
        Source blog = server.source("blog", "blog.example", OFTEN, document("blog"));
        cluster.apply(blog);
        Topics topics = cluster.topics();
        record Kill(Topic<?> topic, int count) {}
        List<Kill> kills = List.of(
                new Kill(topics.sourceCursors(), 1),
                new Kill(topics.sourceCursors(), 2),
                new Kill(topics.sourceItems(), 1),
                new Kill(topics.sourceItems(), ITEMS),
                new Kill(topics.sourceSeen(), ITEMS),
                new Kill(topics.sourceStatus(), 1));
        for (Kill kill : kills) {
            ForkedJvm killed = fork(
                    cluster.withGroup("killed-" + processes.size()),
                    HaltAtAck.settings(kill.topic().name(), kill.count()));

            assertThat(killed.exitCode()).isEqualTo(HaltAtAck.EXIT_CODE);
            assertThat(killed.output())
                    .contains(
                            "HALT after " + kill.count() + " of " + kill.topic().name());
        }
        assertThat(cluster.items())
                .as("seen by a reader before anything was committed")
                .isEmpty();

        fork(Map.of());
        await().atMost(SOON).until(() -> cluster.items().size() >= ITEMS);
        int polls = server.requests(blog).size();
        await().atMost(SOON).until(() -> server.requests(blog).size() >= polls + 3);

        assertThat(cluster.itemIds()).containsExactlyInAnyOrderElementsOf(ids("blog"));
        assertThat(uncommitted())
                .as("aborted records, as a witness that kills fell within transactions")
                .hasSizeGreaterThan(ITEMS);
        assertThat(server.overlaps()).isEmpty();
    }

    @Test
    void twoProcessesShareTheSourcesAndTheSurvivorTakesOverFromTheDead() {
        List<Source> sources = IntStream.range(0, 9)
                .mapToObj(i -> server.source("s" + i, "group" + i % 5 + ".example", OFTEN, document("s" + i)))
                .toList();
        ForkedJvm one = fork(Map.of());
        ForkedJvm two = fork(Map.of());
        one.awaitLine("READY");
        two.awaitLine("READY");
        server.takeYourTime(Duration.ofMillis(30));
        cluster.apply(sources.toArray(Source[]::new));
        await().atMost(SOON).until(() -> cluster.items().size() >= 9 * ITEMS);

        two.kill();
        int before = server.requests();
        sources.forEach(source -> server.serve(source.getId(), more(source.getId())));
        await().atMost(SOON).until(() -> cluster.items().size() >= 9 * (ITEMS + 1));
        await().atMost(SOON).until(() -> server.requests() >= before + 50);

        assertThat(cluster.itemIds())
                .containsExactlyInAnyOrderElementsOf(sources.stream()
                        .flatMap(source -> Stream.concat(
                                ids(source.getId()).stream(), Stream.of("feed:" + source.getId() + ":more")))
                        .toList());
        assertThat(server.overlaps()).isEmpty();
        assertThat(worked(one)).isNotEmpty();
        assertThat(worked(two)).as("the killed process had a share").isNotEmpty();
    }

    /** A paused process is the zombie of the textbook: it believes that it still owns what another has taken over. */
    @Test
    void aZombieThatWakesUpAsksForNothingMoreAndWritesNothing() {
        Source blog = server.source("blog", "blog.example", OFTEN, document("blog"));
        cluster.apply(blog);
        ForkedJvm zombie = fork(Map.of());
        await().atMost(SOON).until(() -> server.requests(blog).size() >= 3);
        zombie.pause();
        ForkedJvm successor = fork(Map.of());
        int before = server.requests(blog).size();
        await().atMost(SOON).until(() -> server.requests(blog).size() >= before + 5);
        server.serve("blog", more("blog"));
        await().atMost(SOON).until(() -> cluster.items().size() > ITEMS);

        zombie.resume();
        await("the zombie, which was expelled, joins the group anew")
                .atMost(SOON)
                .until(() -> cluster.members() == 2);
        int then = server.requests(blog).size();
        await().atMost(SOON).until(() -> server.requests(blog).size() >= then + 20);

        assertThat(server.overlaps()).isEmpty();
        assertThat(cluster.itemIds())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(ids("blog").stream(), Stream.of("feed:blog:more"))
                        .toList());
        assertThat(successor.isAlive()).isTrue();
    }

    private ForkedJvm fork(Map<String, String> kafka) {
        return fork(cluster, kafka);
    }

    private ForkedJvm fork(IngestCluster cluster, Map<String, String> kafka) {
        List<String> args = new ArrayList<>(List.of(
                cluster.bootstrapServers(),
                cluster.registryUrl(),
                cluster.topics().prefix(),
                String.valueOf(cluster.topics().partitions()),
                cluster.groupId()));
        kafka.forEach((name, value) -> args.add(name + "=" + value));
        ForkedJvm process = ForkedJvm.start(
                IngestMain.class, dir.resolve("ingest-" + processes.size() + ".out"), args.toArray(String[]::new));
        processes.add(process);
        return process;
    }

    private List<SourceItem> uncommitted() {
        return TopicReader.uncommitted(cluster.bootstrapServers())
                .records(
                        cluster.topics().sourceItems(),
                        cluster.connection(Map.of()).serdes())
                .stream()
                .map(record -> record.value())
                .toList();
    }

    private static List<String> worked(ForkedJvm process) {
        return process.output().lines().filter(line -> line.contains(" new, ")).toList();
    }

    private static String[] document(String id) {
        return IntStream.range(0, ITEMS).mapToObj(i -> i + " text of " + id).toArray(String[]::new);
    }

    private static String[] more(String id) {
        return Stream.concat(Stream.of("more of it"), Stream.of(document(id))).toArray(String[]::new);
    }

    private static List<String> ids(String source) {
        return IntStream.range(0, ITEMS)
                .mapToObj(i -> "feed:" + source + ":" + i)
                .toList();
    }
}
