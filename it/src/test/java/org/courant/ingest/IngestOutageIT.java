package org.courant.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.courant.ingest.http.Pace;
import org.courant.schemas.Source;
import org.courant.schemas.topic.Topics;
import org.courant.testkit.OwnCluster;
import org.courant.testkit.TestRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that goes away and comes back. */
final class IngestOutageIT {
    private static final Duration SOON = Duration.ofSeconds(90);

    @Test
    void whileKafkaIsAwayTheServiceIsNotReadyAndNothingIsLost(@TempDir Path dir) {
        Topics topics = new Topics("outage.", 2);
        try (TestRegistry registry = TestRegistry.start();
                OwnCluster broker = OwnCluster.start(dir);
                LineServer server = new LineServer()) {
            broker.createTopics(topics);
            registry.register(topics);
            IngestCluster cluster = new IngestCluster(
                    broker.bootstrapServers(),
                    registry.url(),
                    topics,
                    "outage",
                    new Pace(Duration.ofMillis(1), Map.of()));
            Source blog = server.source("blog", "blog.example", Duration.ofMillis(200), "a one", "b two");
            cluster.apply(blog);
            try (IngestService ingest = cluster.service(IngestCluster.LINES)) {
                ingest.start();
                await().atMost(SOON).until(() -> cluster.items().size() == 2);

                broker.kill();
                await().atMost(SOON).until(() -> !ingest.health().ready());
                assertThat(ingest.health().live()).isTrue();
                int asked = server.requests(blog).size();
                server.serve("blog", "a one", "b two", "c three");

                broker.restart();
                await().atMost(SOON).until(() -> ingest.health().ready());
                await().atMost(SOON).until(() -> cluster.items().size() >= 3);
                assertThat(cluster.itemIds()).containsExactlyInAnyOrder("feed:blog:a", "feed:blog:b", "feed:blog:c");
                assertThat(server.requests(blog).size())
                        .as("the source is asked again")
                        .isGreaterThan(asked);
            }
        }
    }
}
