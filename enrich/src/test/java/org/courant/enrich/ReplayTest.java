package org.courant.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.test.TestRecord;
import org.courant.enrich.classify.Classification;
import org.courant.enrich.classify.Classifier;
import org.courant.enrich.classify.LexicalClassifier;
import org.courant.enrich.classify.TaxonomyFile;
import org.courant.enrich.resolve.MatchLimits;
import org.courant.enrich.story.PublishedStory;
import org.courant.enrich.world.EnrichDriver;
import org.courant.enrich.world.Given;
import org.courant.enrich.world.RandomWorld;
import org.courant.enrich.world.SimulatedCluster;
import org.courant.enrich.world.Tables;
import org.courant.enrich.world.TestMethods;
import org.courant.schemas.Story;
import org.courant.schemas.serde.TrustedRecords;
import org.courant.testkit.Seed;
import org.courant.testkit.SeededTest;
import org.junit.jupiter.api.io.TempDir;

/** A replay makes stories anew and changes nothing else: whatever is replayed, in whatever order, and whenever. */
class ReplayTest {
    static {
        // An item's defaults hold an enum, which Avro makes only of classes that it trusts.
        TrustedRecords.trust();
    }

    private static final int ROOM_ENOUGH = 1_000;

    @SeededTest(floor = 0.5)
    void anySliceInAnyOrderLeavesEveryTableAsItIs(Seed seed) {
        int number = seed.number();
        List<Given> log = RandomWorld.of(number);
        for (int room : new int[] {ROOM_ENOUGH, 2}) {
            SimulatedCluster cluster = new SimulatedCluster(1 + number % 4, room, number);
            Tables before = cluster.run(log).copy();
            cluster.written().clear();

            Tables after = cluster.replayItems(slice(log, new Random(number)));

            assertThat(after).isEqualTo(before);
            if (!cluster.written().isEmpty()) {
                seed.tried();
            }
            // What is written is what stands there, for publish to look at once more; nothing is rejected again.
            assertThat(cluster.written())
                    .allSatisfy(record ->
                            assertThat(row(record)).isEqualTo(before.stories().get(String.valueOf(record.key()))));
        }
    }

    @SeededTest
    void aReplayInTheMidstOfLiveItemsEndsInTheSameTables(Seed seed) {
        int number = seed.number();
        List<Given> log = RandomWorld.of(50_000L + number);
        Tables expected = new SimulatedCluster(1, ROOM_ENOUGH, 0).run(log);

        for (int run = 1; run <= 4; run++) {
            List<String> replayed = slice(log, new Random(run));
            assertThat(new SimulatedCluster(run, ROOM_ENOUGH, run * 1000L + number).run(log, replayed))
                    .isEqualTo(expected);
        }
    }

    @SeededTest
    void whatHasBeenForgottenStaysForgotten(Seed seed) {
        MatchLimits brief = new MatchLimits(20, 40, 64);
        List<Given> log = RandomWorld.ofYears(seed.number(), 160);
        SimulatedCluster cluster = new SimulatedCluster("courant.source-items", 3, ROOM_ENOUGH, brief, seed.number());
        Tables before = cluster.replay(log).copy();
        double forgotten = cluster.forgotten();
        assertThat(forgotten).as("works forgotten").isPositive();

        assertThat(cluster.replayItems(slice(log, new Random(1)))).isEqualTo(before);
        assertThat(cluster.forgotten()).isEqualTo(forgotten);
    }

    @SeededTest(floor = 0.5)
    void afterAReplayOfEverythingTheTablesAreThoseOfARunUnderTheNewSections(Seed seed) {
        int number = seed.number();
        List<Given> log = RandomWorld.of(60_000L + number);
        SimulatedCluster cluster = cluster(1 + number % 4, new Sections(false), number);
        Tables before = cluster.run(log).copy();
        cluster.written().clear();
        cluster.restartUnder(TestMethods.with(new Sections(true)));
        Tables expected = cluster(1, new Sections(true), 0).run(log);

        Tables after = cluster.replayItems(slice(log, new Random(number), log.size()));

        assertThat(after).isEqualTo(expected);
        Map<String, Tables.Row<Story>> affected = new TreeMap<>(expected.stories());
        affected.entrySet()
                .removeIf(story -> story.getValue().equals(before.stories().get(story.getKey())));
        if (!affected.isEmpty()) {
            seed.tried();
        }
        TreeSet<String> changed = cluster.written().stream()
                .filter(record -> !row(record).equals(before.stories().get(String.valueOf(record.key()))))
                .map(record -> String.valueOf(record.key()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(changed).isEqualTo(affected.keySet());
        affected.values()
                .forEach(story -> assertThat(story.value().getSectionTitle()).endsWith(" edited"));
    }

    @SeededTest
    void theWholeTopologyTellsStoriesAgain(Seed seed, @TempDir Path dir) {
        List<Given> log = RandomWorld.of(seed.number());
        try (EnrichDriver driver = new EnrichDriver("replay-test", dir)) {
            log.forEach(given -> driver.send(given.item(), given.timestamp()));
            Tables before = driver.tables().copy();
            List<String> items = items(log);

            items.forEach(driver::replay);
            List<TestRecord<String, Story>> told = driver.storyRecords();
            assertThat(told)
                    .allSatisfy(record -> assertThat(new Tables.Row<>(record.value(), record.timestamp()))
                            .isEqualTo(before.stories().get(record.key())));
            assertThat(told).allSatisfy(record -> assertThat(record.headers()).isEmpty());
            assertThat(told.stream().map(TestRecord::key).collect(Collectors.toSet()))
                    .isEqualTo(before.stories().keySet());
            assertThat(driver.rejectionRecords()).isEmpty();
            assertThat(driver.deadLetters()).isEmpty();
        }
    }

    private static SimulatedCluster cluster(int partitions, Sections sections, long seed) {
        return new SimulatedCluster(
                "courant.source-items",
                RandomWorld.PARTITIONS,
                partitions,
                ROOM_ENOUGH,
                MatchLimits.DEFAULT,
                TestMethods.with(sections),
                seed);
    }

    private static List<String> items(List<Given> log) {
        return log.stream()
                .map(given -> given.item().getItemId())
                .filter(item -> !item.isBlank())
                .toList();
    }

    /** Some items of a log in any order, some of them twice, and one that nobody knows. */
    private static List<String> slice(List<Given> log, Random random) {
        return slice(log, random, random.nextInt(log.size() + 1));
    }

    private static List<String> slice(List<Given> log, Random random, int size) {
        List<String> items = new ArrayList<>(items(log));
        Collections.shuffle(items, random);
        return Stream.of(
                        items.stream().limit(size),
                        Stream.of("nobody's"),
                        items.stream().limit(3))
                .flatMap(Function.identity())
                .toList();
    }

    private static Object row(Record<?, ?> record) {
        return record.value() instanceof PublishedStory published
                ? new Tables.Row<>(Objects.requireNonNull(published.story()), record.timestamp())
                : record;
    }

    /** Sections of which one half gets another title when the file is edited. */
    private static final class Sections implements Classifier {
        private final Classifier shipped = new LexicalClassifier(TaxonomyFile.shipped());
        private final boolean edited;

        Sections(boolean edited) {
            this.edited = edited;
        }

        @Override
        public Classification classify(Document document) {
            Classification found = shipped.classify(document);
            boolean changes = edited && document.title().hashCode() % 2 == 0;
            return changes
                    ? new Classification(
                            found.sectionId(),
                            found.sectionTitle() + " edited",
                            found.confidence(),
                            found.scores(),
                            found.reasons())
                    : found;
        }

        @Override
        public String version() {
            return "test";
        }
    }
}
