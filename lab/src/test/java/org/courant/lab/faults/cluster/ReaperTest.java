package org.courant.lab.faults.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaperTest {
    @TempDir
    private Path directory;

    @Test
    void whatRunsAtTheEndIsKilledEvenWhereItIsStopped() throws IOException {
        Reaper reaper = Reaper.start();
        Node running = node("running", reaper);
        Node stopped = node("stopped", reaper);
        running.start();
        stopped.start();
        stopped.pause();
        reaper.close();
        await().atMost(Duration.ofSeconds(20)).until(() -> !running.isAlive() && !stopped.isAlive());
    }

    @Test
    void aNodeThatWasKilledCanBeStartedAgainAndHasLostItsStateOnlyIfTold() throws IOException {
        try (Reaper reaper = Reaper.start()) {
            Node node = node("node", reaper);
            node.start();
            assertThat(node.isReady()).isTrue();
            node.kill();
            assertThat(node.isAlive()).isFalse();
            assertThat(node.exitCode()).hasValue(137);
            node.start();
            assertThat(node.isAlive()).isTrue();
            assertThat(node.terminate(20)).isTrue();
        }
    }

    private Node node(String name, Reaper reaper) {
        return new Node(
                new NodeSpec(name, Role.ENRICH, directory.resolve(name), null, List.of("sleep", "300"), () -> true),
                reaper);
    }
}
