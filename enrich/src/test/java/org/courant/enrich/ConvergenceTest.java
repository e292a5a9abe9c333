package org.courant.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.courant.enrich.world.Given;
import org.courant.enrich.world.Oracle;
import org.courant.enrich.world.RandomWorld;
import org.courant.enrich.world.SimulatedCluster;
import org.courant.enrich.world.Tables;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** The tables are a function of the set of records: whatever the order, the partitions and the races. */
class ConvergenceTest {
    private static final int ROOM_ENOUGH = 1_000;

    @RepeatedTest(300)
    void theSameRecordsEndInTheSameTables(RepetitionInfo seed) {
        List<Given> log = RandomWorld.of(seed.getCurrentRepetition());
        Tables expected = new SimulatedCluster(1, ROOM_ENOUGH, 0).run(log);

        for (int run = 1; run <= 12; run++) {
            assertThat(new SimulatedCluster(1 + run % 4, ROOM_ENOUGH, run * 1000L + seed.getCurrentRepetition())
                            .run(log))
                    .as("run %d", run)
                    .isEqualTo(expected);
        }
    }

    @RepeatedTest(150)
    void theSameRecordsEndInTheSameTablesEvenWhereStoriesAreFull(RepetitionInfo seed) {
        List<Given> log = RandomWorld.of(seed.getCurrentRepetition());
        Tables expected = new SimulatedCluster(1, 2, 0).run(log);

        for (int run = 1; run <= 8; run++) {
            assertThat(new SimulatedCluster(1 + run % 4, 2, run * 1000L + seed.getCurrentRepetition()).run(log))
                    .as("run %d", run)
                    .isEqualTo(expected);
        }
        assertThat(expected.stories().values())
                .allSatisfy(story -> assertThat(story.value().getMembers()).hasSizeLessThanOrEqualTo(2));
        assertThat(expected.membersOfStories()).isEqualTo(expected.membersByDecision());
        assertEveryItemIsDecided(log, expected);
    }

    @RepeatedTest(300)
    void storiesAreWhatAUnionFindOverAllRecordsSays(RepetitionInfo seed) {
        List<Given> log = RandomWorld.of(10_000L + seed.getCurrentRepetition());
        Tables tables = new SimulatedCluster(3, ROOM_ENOUGH, seed.getCurrentRepetition()).run(log);

        assertThat(tables.membersOfStories()).isEqualTo(tables.membersByDecision());
        assertEveryItemIsDecided(log, tables);
        if (!Oracle.isAmbiguous(log)) {
            Oracle oracle = Oracle.of(log);
            assertThat(tables.membersOfStories()).isEqualTo(oracle.storyOf());
            assertThat(tables.rejected().keySet()).isEqualTo(oracle.rejected());
        }
    }

    private static void assertEveryItemIsDecided(List<Given> log, Tables tables) {
        assertThat(tables.decisions().keySet())
                .isEqualTo(log.stream()
                        .map(given -> given.item().getItemId())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
