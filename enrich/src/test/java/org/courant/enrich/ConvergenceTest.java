package org.courant.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.courant.enrich.resolve.MatchLimits;
import org.courant.enrich.world.EnrichDriver;
import org.courant.enrich.world.Given;
import org.courant.enrich.world.Oracle;
import org.courant.enrich.world.OracleWorks;
import org.courant.enrich.world.RandomWorld;
import org.courant.enrich.world.SimulatedCluster;
import org.courant.enrich.world.Tables;
import org.courant.enrich.world.TestMethods;
import org.courant.schemas.Member;
import org.courant.testkit.Seed;
import org.courant.testkit.SeededTest;
import org.junit.jupiter.api.io.TempDir;

/** The tables are a function of the set of records: whatever the order, the partitions and the races. */
class ConvergenceTest {
    private static final int ROOM_ENOUGH = 1_000;

    @SeededTest
    void theSameRecordsEndInTheSameTables(Seed seed) {
        List<Given> log = RandomWorld.of(seed.number());
        Tables expected = new SimulatedCluster(1, ROOM_ENOUGH, 0).run(log);

        for (int run = 1; run <= 6; run++) {
            assertThat(new SimulatedCluster(1 + run % 4, ROOM_ENOUGH, run * 1000L + seed.number()).run(log))
                    .as("run %d", run)
                    .isEqualTo(expected);
        }
    }

    @SeededTest
    void theSameRecordsEndInTheSameTablesEvenWhereStoriesAreFull(Seed seed) {
        List<Given> log = RandomWorld.of(seed.number());
        Tables expected = new SimulatedCluster(1, 2, 0).run(log);

        for (int run = 1; run <= 6; run++) {
            assertThat(new SimulatedCluster(1 + run % 4, 2, run * 1000L + seed.number()).run(log))
                    .as("run %d", run)
                    .isEqualTo(expected);
        }
        assertThat(expected.stories().values())
                .allSatisfy(story -> assertThat(story.value().getMembers()).hasSizeLessThanOrEqualTo(2));
        assertEveryItemIsDecided(log, expected);
    }

    @SeededTest
    void storiesAreWhatComparingEveryTwoWorksSays(Seed seed) {
        List<Given> log = unambiguous(10_000L + seed.number());
        Tables tables = new SimulatedCluster(3, ROOM_ENOUGH, seed.number()).run(log);

        assertEveryItemIsDecided(log, tables);
        Oracle oracle = Oracle.of(log, MatchLimits.DEFAULT);
        assertThat(tables.membersOfStories()).isEqualTo(oracle.storyOf());
        assertThat(tables.rejected()).isEqualTo(oracle.rejected());
    }

    @SeededTest
    void crowdedBlocksAreNoEvidenceWhateverTheOrder(Seed seed) {
        MatchLimits narrow = new MatchLimits(60, 300, 1 + seed.number() % 3);
        List<Given> log = unambiguous(20_000L + seed.number());
        Tables expected = cluster(1, narrow, 0).run(log);

        for (int run = 1; run <= 4; run++) {
            assertThat(cluster(run, narrow, run).run(log)).as("run %d", run).isEqualTo(expected);
        }
        assertThat(expected.membersOfStories()).isEqualTo(Oracle.of(log, narrow).storyOf());
    }

    @SeededTest(floor = 0.5)
    void worksThatAreForgottenWouldHaveMatchedNothingMore(Seed seed) {
        MatchLimits brief = new MatchLimits(20, 40, 64);
        List<Given> log = RandomWorld.ofYears(seed.number(), 240);
        SimulatedCluster reference = cluster(1, brief, 0);
        Tables expected = reference.replay(log);

        for (int run = 1; run <= 4; run++) {
            assertThat(cluster(run, brief, run).replay(log)).as("run %d", run).isEqualTo(expected);
        }
        assertThat(reference.forgotten()).as("works forgotten").isPositive();
        if (!Oracle.isAmbiguous(log)) {
            seed.tried();
            assertThat(expected.membersOfStories())
                    .isEqualTo(Oracle.of(log, brief).storyOf());
        }
    }

    @SeededTest
    void withoutTextsStoriesAreWhatNamesSay(Seed seed) {
        List<Given> log = unambiguous(40_000L + seed.number());
        Tables tables = cluster(2, MatchLimits.NO_TEXTS, seed.number()).run(log);

        assertEveryItemIsDecided(log, tables);
        assertThat(tables.membersOfStories())
                .isEqualTo(Oracle.of(log, MatchLimits.NO_TEXTS).storyOf());
    }

    @SeededTest(floor = 0.3)
    void whatMustNotMergeIsInOneStoryOnlyWhereNamesForceItAndThenItSaysSo(Seed seed) {
        List<Given> log = unambiguous(30_000L + seed.number());
        Tables tables = new SimulatedCluster(2, ROOM_ENOUGH, seed.number()).run(log);
        Oracle oracle = Oracle.of(log, MatchLimits.DEFAULT);
        for (OracleWorks.Pair veto : oracle.works().vetoes()) {
            seed.tried();
            oracle.itemsOf(veto.left()).forEach(item -> {
                String story = tables.membersOfStories().get(item);
                boolean together = oracle.itemsOf(veto.right()).stream()
                        .anyMatch(other ->
                                Objects.equals(story, tables.membersOfStories().get(other)));
                if (together) {
                    assertThat(oracle.haveNamesInCommon(veto.left(), veto.right()))
                            .isTrue();
                    assertThat(member(tables, item).getDespite()).isNotNull();
                }
            });
        }
    }

    @SeededTest
    void theWholeTopologyDoesWhatItsPartsDo(Seed seed, @TempDir Path dir) {
        List<Given> shuffled = new ArrayList<>(RandomWorld.of(seed.number()));
        Collections.shuffle(shuffled, new Random(seed.number()));
        // The driver gives out positions in the order in which records come.
        List<Given> log = IntStream.range(0, shuffled.size())
                .mapToObj(i -> new Given(shuffled.get(i).item(), shuffled.get(i).timestamp(), 0, i))
                .toList();

        try (EnrichDriver driver = new EnrichDriver("convergence-test", dir)) {
            log.forEach(given -> driver.send(given.item(), given.timestamp()));

            assertThat(driver.tables())
                    .isEqualTo(new SimulatedCluster(
                                    "courant.source-items",
                                    1,
                                    3,
                                    500,
                                    MatchLimits.DEFAULT,
                                    TestMethods.standard(),
                                    seed.number())
                            .run(log));
        }
    }

    /** A world of which the oracle can say what must come of it; of two in three it cannot. */
    private static List<Given> unambiguous(long seed) {
        return LongStream.iterate(seed, number -> number + 1_000_000)
                .limit(100)
                .mapToObj(RandomWorld::of)
                .filter(log -> !Oracle.isAmbiguous(log))
                .findFirst()
                .orElseThrow();
    }

    private static SimulatedCluster cluster(int partitions, MatchLimits limits, long seed) {
        return new SimulatedCluster("courant.source-items", partitions, ROOM_ENOUGH, limits, seed);
    }

    private static Member member(Tables tables, String itemId) {
        return tables.stories().values().stream()
                .flatMap(story -> story.value().getMembers().stream())
                .filter(member -> member.getItemId().equals(itemId))
                .findFirst()
                .orElseThrow();
    }

    private static void assertEveryItemIsDecided(List<Given> log, Tables tables) {
        Set<String> decided = new TreeSet<>(tables.membersOfStories().keySet());
        decided.addAll(tables.rejected());
        assertThat(decided)
                .isEqualTo(log.stream()
                        .map(given -> given.item().getItemId())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
