package org.courant.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.apache.kafka.streams.Topology;
import org.courant.enrich.world.EnrichDriver;
import org.courant.enrich.world.Items;
import org.courant.enrich.world.TestMethods;
import org.courant.schemas.SourceItem;
import org.courant.schemas.SourceKind;
import org.courant.schemas.serde.AvroSerdes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an item costs is bounded whatever its neighbours are. Counted, since a clock tells of the machine too. */
class NeighboursTest {
    /** Many times as many as a block brings together. */
    private static final int POSTS = 600;

    /** Pairs that a post may be compared in, on average. */
    private static final int MOST_PAIRS = 64;

    @TempDir
    private Path dir;

    /**
     * Of a post, on average.
     *
     * @param records written to topics and changelogs
     * @param pairs of texts that were compared
     */
    private record Cost(double records, double pairs) {}

    @Test
    void postsThatDifferInANumberOnlyCostAtMostThriceWhatUnrelatedOnesDo() {
        Cost unrelated = cost("unrelated", i -> post(i, unrelated(i)));
        Cost alike = cost("alike", i -> post(i, "Release %d. ".formatted(i) + unrelated(0)));

        assertThat(alike.records()).isLessThan(3 * unrelated.records());
        assertThat(alike.pairs()).isLessThan(MOST_PAIRS);
    }

    private Cost cost(String name, IntFunction<SourceItem> posts) {
        AvroSerdes serdes = AvroSerdes.mock("neighbours-" + name);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Topology topology =
                EnrichDriver.stages(serdes, TestMethods.standard(), meters).build();
        try (EnrichDriver driver = new EnrichDriver(serdes, topology, dir.resolve(name))) {
            for (int i = 0; i < POSTS; i++) {
                driver.send(posts.apply(i), 7L + i);
            }
            return new Cost(
                    driver.recordsWritten() / (double) POSTS,
                    meters.counter("courant.enrich.pairs.compared").count() / POSTS);
        }
    }

    private static SourceItem post(int number, String body) {
        return Items.builder("feed:releases:" + number, "url:https://releases.example/" + number)
                .setSourceKind(SourceKind.MEDIA)
                .setTitle("Release " + number)
                .setBody(body)
                .setAuthors(List.of())
                .setUrl("https://releases.example/" + number)
                .build();
    }

    /** A hundred words that no other text has in this order. */
    private static String unrelated(int seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < 100; word++) {
            for (int letter = 0; letter < 6; letter++) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(word % 15 == 14 ? ". The " : " ");
        }
        return text.toString().strip();
    }
}
