package org.courant.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.courant.service.CannotStart;
import org.courant.service.registry.SchemaAdmin;
import org.courant.service.settings.Problems;
import org.courant.service.settings.SettingsFile;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    private final Problems problems = new Problems("courant.yaml");

    @Test
    void anEmptyFileMeansTheUsualPlacesOnThisMachine() {
        Connection connection = read("");

        assertThat(connection.bootstrapServers()).isEqualTo("localhost:9092");
        assertThat(connection.registryUrl()).isEqualTo("http://localhost:8081/apis/ccompat/v7");
        assertThat(connection.topics().sourceItems().name()).isEqualTo("courant.source-items");
        assertThat(connection.topics().partitions()).isEqualTo(6);
    }

    @Test
    void whatAStageDependsOnWinsOverTheOperator() {
        Connection connection = read("kafka: {bootstrap.servers: 'k:1', acks: '0'}");

        assertThat(connection.client(Map.of("acks", "all")))
                .containsEntry("acks", "all")
                .containsEntry("bootstrap.servers", "k:1");
    }

    @Test
    void aKafkaThatDoesNotAnswerIsNamedWithARemedy() {
        Connection connection = read("kafka: {bootstrap.servers: '127.0.0.1:1'}");

        assertThatThrownBy(() -> TopicAdmin.require(connection))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageContaining("kafka.bootstrap.servers");
    }

    @Test
    void aRegistryThatDoesNotAnswerIsNamedWithARemedy() {
        Connection connection = read("registry: {url: 'http://127.0.0.1:1'}");

        assertThatThrownBy(() -> SchemaAdmin.require(connection))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("http://127.0.0.1:1")
                .hasMessageContaining("registry.url");
    }

    private Connection read(String yaml) {
        Connection connection = Connection.from(SettingsFile.parse(yaml, Map.of(), problems));
        problems.throwIfAny();
        return connection;
    }
}
