package org.courant.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
    @TempDir
    Path dir;

    @Test
    void recordsSurviveACloseAndASecondStartAtAnotherPort() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(dir.resolve("data"))) {
            Records.createTopic(broker.bootstrapServers(), "kept");
            Records.produce(broker.bootstrapServers(), "kept", List.of("one", "two"));
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(dir.resolve("data"))) {
            assertThat(Records.read(broker.bootstrapServers(), "kept", 2)).containsExactly("one", "two");
        }
    }

    @Test
    void aTransactionIsSeenOnceItIsCommitted() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(dir)) {
            Records.createTopic(broker.bootstrapServers(), "t");
            Records.abort(broker.bootstrapServers(), "t", "never");
            Records.produce(broker.bootstrapServers(), "t", List.of("committed"));
            assertThat(Records.read(broker.bootstrapServers(), "t", 1)).containsExactly("committed");
        }
    }

    @Test
    void topicsAreNotMadeByMentioningThem() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(dir);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            assertThatThrownBy(() -> admin.describeTopics(Set.of("unknown"))
                            .allTopicNames()
                            .get(30, TimeUnit.SECONDS))
                    .hasMessageContaining("UnknownTopicOrPartition");
        }
    }

    @Test
    void aSecondBrokerOnTheSameDirectoryIsToldSo() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(dir)) {
            assertThat(broker.bootstrapServers()).startsWith("127.0.0.1:");
            assertThatThrownBy(() -> EmbeddedBroker.start(dir))
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining(dir.toString())
                    .hasMessageContaining("in use by another process; stop that process");
        }
    }

    @Test
    void aPortInUseIsNamedAndTheDirectoryStaysUsable() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedBroker.start(BrokerOptions.in(dir).withPort(taken.getLocalPort())))
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("choose another port");
        }
        EmbeddedBroker.start(dir).close();
    }

    @Test
    void aPortThatIsTakenAfterOurCheckFailsTheStartInsteadOfEndingTheJvm() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String listeners = "PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                    .formatted(Ports.anyFree(), taken.getLocalPort());
            assertThatThrownBy(() -> EmbeddedBroker.start(BrokerOptions.in(dir).with("listeners", listeners)))
                    .isInstanceOf(EmbeddedException.class)
                    .hasMessageContaining("Address already in use");
        }
        EmbeddedBroker.start(dir).close();
    }

    @Test
    void aBadSettingFailsTheStartInsteadOfEndingTheJvm() {
        assertThatThrownBy(() -> EmbeddedBroker.start(BrokerOptions.in(dir).with("num.io.threads", "many")))
                .isInstanceOf(EmbeddedException.class)
                .hasMessageContaining("num.io.threads");
    }

    @Test
    void theGivenPortIsTheOneClientsUse() throws Exception {
        int port = Ports.anyFree();
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.in(dir).withPort(port));
                Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
            assertThat(broker.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
            admin.createTopics(List.of(new NewTopic("t", 1, (short) 1))).all().get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void aDirectoryThatIsAFileIsNamed() throws IOException {
        Path file = Files.write(dir.resolve("file"), "x".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> EmbeddedBroker.start(file))
                .isInstanceOf(EmbeddedException.class)
                .hasMessageContaining("data directory " + file + " cannot be written")
                .hasMessageContaining("choose another directory");
    }
}
