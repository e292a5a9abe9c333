package org.courant.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.courant.schemas.Connector;
import org.courant.schemas.Source;
import org.courant.schemas.SourceKind;
import org.courant.testkit.ForkedJvm;
import org.courant.testkit.HaltAtAck;
import org.courant.testkit.TestCluster;
import org.courant.testkit.WithKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that takes several slices, and a process that is killed in the middle of it. */
@WithKafka
final class FileImportIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int LINES = 1_800;

    @TempDir
    Path dir;

    @Test
    void anImportThatIsKilledGoesOnWhereItsLastSliceEnded(TestCluster kafka) throws IOException {
        IngestCluster cluster = IngestCluster.on(kafka, 2);
        cluster.apply(source(file()));
        List<String> args = new ArrayList<>(List.of(
                cluster.bootstrapServers(),
                cluster.registryUrl(),
                cluster.topics().prefix(),
                "2",
                "killed"));
        HaltAtAck.settings(cluster.topics().sourceItems().name(), LINES * 2 / 3)
                .forEach((name, value) -> args.add(name + "=" + value));
        try (ForkedJvm killed =
                ForkedJvm.start(RealMain.class, dir.resolve("killed.out"), args.toArray(String[]::new))) {
            assertThat(killed.exitCode()).isEqualTo(HaltAtAck.EXIT_CODE);
        }
        int written = cluster.items().size();
        assertThat(written).as("whole slices").isPositive().isLessThan(LINES).isEqualTo(written / 500 * 500);

        try (IngestService ingest = new IngestService(
                cluster.connection(Map.of()), cluster.settings(), new SimpleMeterRegistry(), InstantSource.system())) {
            ingest.start();
            await().atMost(SOON).until(() -> cluster.itemIds().size() >= LINES);
        }

        assertThat(cluster.itemIds()).hasSize(LINES).doesNotHaveDuplicates();
        assertThat(cluster.status("backlog").getLastBatch().getExpected()).isEqualTo(LINES);
        assertThat(cluster.status("backlog").getLastBatch().getGot()).isEqualTo(LINES);
    }

    private Path file() throws IOException {
        return Files.write(
                dir.resolve("backlog.ndjson"),
                IntStream.range(0, LINES)
                        .mapToObj(i -> "{\"id\":\"" + i + "\",\"title\":\"Title " + i + "\",\"body\":\"Body of " + i
                                + ".\",\"url\":\"https://example.org/" + i + "\"}")
                        .toList());
    }

    private static Source source(Path file) {
        return Source.newBuilder()
                .setId("backlog")
                .setConnector(Connector.FILE)
                .setSourceKind(SourceKind.MEDIA)
                .setName("Backlog")
                .setUrl(file.toString())
                .setPolitenessGroup("file:backlog")
                .setPollIntervalMillis(Duration.ofHours(1).toMillis())
                .build();
    }

    /** The same process with the real connectors. */
    static final class RealMain {
        private RealMain() {}

        public static void main(String[] args) throws InterruptedException {
            IngestMain.run(SourceConnectors::forKind, args);
        }
    }
}
