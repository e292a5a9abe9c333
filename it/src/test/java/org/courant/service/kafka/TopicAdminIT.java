package org.courant.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.courant.schemas.topic.Topics;
import org.courant.service.CannotStart;
import org.courant.service.registry.SchemaAdmin;
import org.courant.service.registry.SubjectState;
import org.courant.testkit.TestCluster;
import org.courant.testkit.WithKafka;
import org.junit.jupiter.api.Test;

/** Topics and schemas on a real cluster and registry. */
@WithKafka
class TopicAdminIT {
    private final TestCluster cluster;

    TopicAdminIT(TestCluster cluster) {
        this.cluster = cluster;
    }

    @Test
    void whatIsMissingIsCreatedOnceAndThenLeftAlone() {
        Connection connection = connection(3);
        try (TopicAdmin topics = new TopicAdmin(connection)) {
            assertThat(topics.plan())
                    .hasOnlyElementsOfType(TopicChange.Create.class)
                    .hasSameSizeAs(connection.topics().all());
            assertThatThrownBy(() -> TopicAdmin.require(connection))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(connection.topics().sourceItems().name() + " is missing")
                    .hasMessageContaining("courant topics apply");

            topics.apply(topics.plan());

            assertThat(topics.plan()).hasOnlyElementsOfType(TopicChange.None.class);
            TopicAdmin.require(connection);
        }
    }

    @Test
    void aTopicThatSomebodyReconfiguredIsNoticedAndMended() throws Exception {
        Connection connection = connection(1);
        try (TopicAdmin topics = new TopicAdmin(connection)) {
            topics.apply(topics.plan());
            ConfigResource items = new ConfigResource(
                    ConfigResource.Type.TOPIC, connection.topics().sourceItems().name());
            cluster.adminClient()
                    .incrementalAlterConfigs(Map.of(
                            items,
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("retention.ms", "1000"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();

            // A broker applies a change of configuration a moment after it has acknowledged it.
            await().untilAsserted(() -> assertThat(topics.plan())
                    .filteredOn(TopicChange.Reconfigure.class::isInstance)
                    .singleElement()
                    .satisfies(change ->
                            assertThat(change.problem().orElseThrow()).contains("retention.ms is 1000, must be -1")));
            topics.apply(topics.plan());
            TopicAdmin.require(connection);
        }
    }

    @Test
    void anotherNumberOfPartitionsIsForTheOperatorToDecide() {
        Connection three = connection(3);
        Connection four = new Connection(
                three.kafka(), three.registry(), new Topics(three.topics().prefix(), 4), (short) 1);
        try (TopicAdmin topics = new TopicAdmin(three)) {
            topics.apply(topics.plan());
        }

        assertThatThrownBy(() -> TopicAdmin.require(four))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("has 3 partitions, settings say 4");
    }

    @Test
    void schemasAreRegisteredOnceAndFullyCompatible() {
        Connection connection = connection(1);
        assertThatThrownBy(() -> SchemaAdmin.require(connection))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("courant schemas register");

        assertThat(new SchemaAdmin(connection).register()).hasOnlyElementsOfType(SubjectState.Missing.class);

        assertThat(new SchemaAdmin(connection).plan()).hasOnlyElementsOfType(SubjectState.Registered.class);
        SchemaAdmin.require(connection);
    }

    private Connection connection(int partitions) {
        return new Connection(
                Map.of("bootstrap.servers", cluster.bootstrapServers()),
                Map.of("schema.registry.url", cluster.registryUrl()),
                new Topics(cluster.uniquePrefix(), partitions),
                (short) 1);
    }
}
