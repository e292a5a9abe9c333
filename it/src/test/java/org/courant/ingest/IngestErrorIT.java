package org.courant.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.courant.ingest.source.SourceConnector;
import org.courant.ingest.worker.Connectors;
import org.courant.schemas.Source;
import org.courant.schemas.SourceState;
import org.courant.testkit.TestCluster;
import org.courant.testkit.WithKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partition whose sources are polled by a connector that throws errors. */
@WithKafka
final class IngestErrorIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration OFTEN = Duration.ofMillis(100);

    private final LineServer server = new LineServer();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private IngestCluster cluster;

    @BeforeEach
    void createTopics(TestCluster kafka) {
        cluster = IngestCluster.on(kafka, 1);
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void aStackOverflowInOneSourceIsItsFailureAndTheOthersOfThePartitionAreRead() {
        Source deep = server.source("deep", "deep.example", OFTEN, "a one");
        Source flat = server.source("flat", "flat.example", OFTEN, "b two");
        cluster.apply(deep, flat);
        try (IngestService ingest = started(new StackOverflowError("test"))) {
            await().atMost(SOON).until(() -> cluster.itemIds().contains("feed:flat:b"));
            await().atMost(SOON)
                    .until(() -> cluster.statuses().containsKey("deep")
                            && cluster.status("deep").getState() == SourceState.FAILED);
            int polls = server.requests(flat).size();
            await().atMost(SOON).until(() -> server.requests(flat).size() > polls);

            assertThat(cluster.status("deep").getMessage()).contains("StackOverflowError");
            assertThat(ingest.health().ready()).isTrue();
            assertThat(workers("working")).isEqualTo(1);
        }
    }

    @Test
    void aWorkerThatHasEndedIsSeenInHealthStatusAndMetric() {
        Source deep = server.source("deep", "deep.example", OFTEN, "a one");
        Source idle = server.source("idle", "idle.example", Duration.ofHours(1), "b two");
        cluster.apply(deep, idle);
        try (IngestService ingest = started(new NoClassDefFoundError("test"))) {
            await().atMost(SOON).until(() -> !ingest.health().live());
            await().atMost(SOON)
                    .until(() -> cluster.statuses().values().stream()
                            .allMatch(status -> status.getState() == SourceState.FAILED));

            assertThat(ingest.health().ready()).isFalse();
            assertThat(ingest.health().detail()).contains("partition 0", "NoClassDefFoundError", "restart");
            assertThat(cluster.status("idle").getMessage()).contains("worker has ended", "NoClassDefFoundError");
            assertThat(workers("ended")).isEqualTo(1);
        }
    }

    private double workers(String state) {
        return meters.get("courant.ingest.workers").tag("state", state).gauge().value();
    }

    private IngestService started(Error error) {
        SourceConnector lines = new LineConnector();
        SourceConnector failing = poll -> {
            if (poll.source().getId().equals("deep")) {
                throw error;
            }
            return lines.poll(poll);
        };
        Connectors connectors = kind -> Optional.of(failing);
        IngestService service = new IngestService(
                cluster.connection(Map.of()), cluster.settings(), meters, InstantSource.system(), connectors);
        service.start();
        return service;
    }
}
