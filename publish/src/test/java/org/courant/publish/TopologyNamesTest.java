package org.courant.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.courant.publish.edition.SectionOrder;
import org.courant.publish.finish.Ranking;
import org.courant.publish.finish.RankingWeights;
import org.courant.schemas.serde.AvroSerdes;
import org.courant.schemas.topic.Topics;
import org.junit.jupiter.api.Test;

/**
 * The names of operators, stores and internal topics are part of what is on disk and on the broker: a new build takes
 * over the state of the old one only under the same names. Change topology.txt knowingly.
 */
final class TopologyNamesTest {
    @Test
    void theTopologyIsTheOneThatIsWrittenDown() throws IOException {
        PublishTopology topology = new PublishTopology(
                Topics.standard(),
                AvroSerdes.mock("names"),
                new Ranking(RankingWeights.DEFAULT),
                new SectionOrder(List.of()),
                TestTopology.TICK,
                new PublishMeters(new SimpleMeterRegistry()));
        assertThat(topology.get()
                        .describe()
                        .toString()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty()))
                .containsExactlyElementsOf(written().lines().map(String::strip).toList());
    }

    private static String written() throws IOException {
        try (InputStream file = Objects.requireNonNull(TopologyNamesTest.class.getResourceAsStream("/topology.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
