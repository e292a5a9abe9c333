package org.courant.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.courant.enrich.resolve.MatchLimits;
import org.courant.enrich.world.EnrichDriver;
import org.courant.enrich.world.Given;
import org.courant.enrich.world.Items;
import org.courant.enrich.world.SimulatedCluster;
import org.courant.enrich.world.TestMethods;
import org.courant.schemas.SourceItem;
import org.courant.schemas.SourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an item costs, in counts: these depend on no clock and on no load. A change that costs more says so here. */
class CostTest {
    private static final int ITEMS = 500;
    private static final long NOON = 1_782_000_000_000L;

    @Test
    void aPaperCostsAtMostFourRecordsHalfOfThemRows(@TempDir Path dir) {
        try (EnrichDriver driver = new EnrichDriver("cost-test", dir)) {
            papers().forEach(given -> driver.send(given.item(), given.timestamp()));
            SortedMap<String, Integer> records = driver.recordsByTopic();

            assertThat(perItem(records, "")).as("%s", records).isLessThanOrEqualTo(4);
            assertThat(perItem(records, "-changelog")).as("%s", records).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void postsThatAreNearlyTheSameCostAtMostThreeTimesWhatUnrelatedOnesDo() {
        SimulatedCluster unrelated = cluster();
        unrelated.replay(posts(number -> words(new Random(number), 60)));
        SimulatedCluster alike = cluster();
        String text = words(new Random(0), 60);
        alike.replay(posts(number -> text + " " + number));

        assertThat(alike.steps()).as("messages").isLessThanOrEqualTo(3 * unrelated.steps());
        assertThat(alike.compared()).as("pairs").isLessThanOrEqualTo(3.0 * ITEMS * MatchLimits.DEFAULT.mostInBlock());
    }

    private static double perItem(Map<String, Integer> records, String suffix) {
        return records.entrySet().stream()
                        .filter(topic -> topic.getKey().endsWith(suffix))
                        .mapToInt(Map.Entry::getValue)
                        .sum()
                / (double) ITEMS;
    }

    private static SimulatedCluster cluster() {
        return new SimulatedCluster("courant.source-items", 1, 1, 500, MatchLimits.DEFAULT, TestMethods.standard(), 1);
    }

    /** A fifth of them listed twice. */
    private static List<Given> papers() {
        List<Given> papers = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            int number = i - i / 5;
            String id = "arxiv:2606.%05d".formatted(number);
            SourceItem item = Items.builder(id + "v1@cs." + i, id)
                    .setTitle(words(new Random(-number), 8))
                    .setBody(words(new Random(number), 180))
                    .setAuthors(List.of("Author " + number, "Other " + number))
                    .build();
            papers.add(new Given(item, NOON + i, 0, i));
        }
        return papers;
    }

    private static List<Given> posts(IntFunction<String> text) {
        return IntStream.range(0, ITEMS)
                .mapToObj(number -> new Given(
                        Items.builder("post-" + number, "url:https://blog.example.org/" + number)
                                .setSourceKind(SourceKind.MEDIA)
                                .setTitle("Post " + number)
                                .setBody(text.apply(number))
                                .build(),
                        NOON + number,
                        0,
                        number))
                .toList();
    }

    private static String words(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "w" + Integer.toString(random.nextInt(20_000), 36))
                .collect(Collectors.joining(" "));
    }
}
