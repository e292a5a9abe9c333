package org.courant.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.courant.schemas.Connector;
import org.courant.schemas.Source;
import org.courant.schemas.SourceItem;
import org.courant.schemas.SourceKind;
import org.courant.testkit.TestCluster;
import org.courant.testkit.UpstreamWorld;
import org.courant.testkit.WithKafka;
import org.junit.jupiter.api.Test;

/** A day of three categories and a forum, from the simulated outside world, through the real connectors. */
@WithKafka
final class SimulatedDayIT {
    private static final LocalDate DAY = LocalDate.of(2025, 10, 3);
    private static final List<String> CATEGORIES = List.of("cs.AI", "cs.CL", "cs.LG");
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration OFTEN = Duration.ofSeconds(4);

    @Test
    void whatTheWorldDeliversIsInTheLogOnceAndTheWorldWasAskedPolitely(TestCluster kafka) {
        try (UpstreamWorld world = UpstreamWorld.startOrSkip(DAY)) {
            IngestCluster cluster = IngestCluster.on(kafka, 2).withPace(Duration.ofSeconds(1));
            cluster.apply(sources(world));
            try (IngestService ingest = cluster.service(SourceConnectors::forKind)) {
                ingest.start();
                await().atMost(SOON).until(() -> polls(world, "/rss/cs.LG") >= 2 && polls(world, "/latest.rss") >= 2);
                await().atMost(SOON).until(() -> ingest.health().ready());
            }
            List<SourceItem> items = cluster.items();
            assertThat(delivered(world)).as("deliveries of the day").hasSizeGreaterThan(100);

            assertThat(items).extracting(SourceItem::getItemId).doesNotHaveDuplicates();
            assertThat(items.stream().filter(item -> item.getSourceKind() == SourceKind.ARXIV))
                    .extracting(item -> item.getItemId().replaceFirst("v\\d+@", "@"))
                    .containsExactlyInAnyOrderElementsOf(delivered(world));
            assertThat(items.stream().filter(item -> item.getSourceKind() == SourceKind.FORUM))
                    .hasSizeGreaterThan(20);
            assertThat(world.etiquette(Duration.ofSeconds(3)).get("violations")).isEmpty();
            assertThat(cluster.deadLetters()).isEmpty();
        }
    }

    private static Source[] sources(UpstreamWorld world) {
        String url = world.baseUrl().toString();
        Stream<Source> arxiv = CATEGORIES.stream()
                .map(category -> Sources.changed(Sources.arxiv(category), change -> change.setUrl(url)));
        Source forum = Source.newBuilder()
                .setId("forum")
                .setConnector(Connector.DISCOURSE)
                .setSourceKind(SourceKind.FORUM)
                .setName("Forum")
                .setUrl(url)
                .setPolitenessGroup("forum.example")
                .setPollIntervalMillis(0)
                .build();
        return Stream.concat(arxiv, Stream.of(forum))
                .map(source -> Sources.changed(
                        source,
                        change -> change.setAllowPrivateAddresses(true).setPollIntervalMillis(OFTEN.toMillis())))
                .toArray(Source[]::new);
    }

    private static long polls(UpstreamWorld world, String path) {
        return world.log().stream()
                .filter(request -> request.get("path").asText().startsWith(path))
                .count();
    }

    /** Deliveries of the day by category, as the simulator knows them. */
    private static List<String> delivered(UpstreamWorld world) {
        List<String> expected = new ArrayList<>();
        JsonNode papers = world.truth(DAY, DAY, CATEGORIES).get("ids");
        for (Map.Entry<String, JsonNode> paper : papers.properties()) {
            for (JsonNode delivery : paper.getValue().get("deliveries")) {
                expected.add("arxiv:" + paper.getKey() + "@" + delivery.get(1).asText());
            }
        }
        return expected;
    }
}
