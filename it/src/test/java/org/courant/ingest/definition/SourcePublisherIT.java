package org.courant.ingest.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.courant.ingest.Sources;
import org.courant.schemas.Source;
import org.courant.schemas.topic.SourcePartitions;
import org.courant.schemas.topic.Topics;
import org.courant.service.kafka.Connection;
import org.courant.testkit.TestCluster;
import org.courant.testkit.TopicReader;
import org.courant.testkit.WithKafka;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithKafka
final class SourcePublisherIT {
    private final Source one = Sources.feed("one", Duration.ofHours(1));
    private final Source two = Sources.feed("two", Duration.ofHours(1));
    private final Source other = Sources.changed(two, change -> change.setName("Another name"));
    private final Source moved = Sources.changed(two, change -> change.setPolitenessGroup("elsewhere.example"));

    private Topics topics = Topics.standard();
    private Connection connection = new Connection(Map.of(), Map.of(), topics, (short) 1);

    @BeforeEach
    void createTopics(TestCluster kafka) {
        topics = kafka.newTopics(4);
        connection = new Connection(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                Map.of("schema.registry.url", kafka.registryUrl()),
                topics,
                (short) 1);
    }

    @Test
    void aSecondTimeThereIsNothingToDo() {
        assertThat(apply(one, two).changes()).containsExactly(new SourceChange.Added(one), new SourceChange.Added(two));
        SourcePlan again = apply(one, two);

        assertThat(again.isEmpty()).isTrue();
        assertThat(again.changes()).containsExactly(new SourceChange.Unchanged(one), new SourceChange.Unchanged(two));
        assertThat(records()).hasSize(2);
    }

    @Test
    void aPlanAloneChangesNothing() {
        new SourcePublisher(connection).plan(new SourceDefinitions(List.of(one)));

        assertThat(records()).isEmpty();
    }

    @Test
    void whatDiffersIsWrittenAndWhatIsNoLongerWantedIsWithdrawn() {
        apply(one, two);

        assertThat(apply(other).changes())
                .containsExactly(new SourceChange.Changed(two, other), new SourceChange.Removed(one));
        assertThat(PublishedSources.read(connection).byKey()).isEqualTo(Map.of("two.example/two", other));
    }

    @Test
    void aSourceThatChangesItsGroupLeavesNothingBehind() {
        apply(two);

        assertThat(apply(moved).changes()).containsExactly(new SourceChange.Changed(two, moved));
        assertThat(PublishedSources.read(connection).byKey()).isEqualTo(Map.of("elsewhere.example/two", moved));
    }

    @Test
    void everyDefinitionStandsInThePartitionOfItsGroup() {
        apply(one, moved);

        assertThat(records())
                .allSatisfy(record -> assertThat(record.partition())
                        .isEqualTo(SourcePartitions.partition(SourcePartitions.groupOf(record.key()), 4)));
    }

    private SourcePlan apply(Source... sources) {
        SourcePublisher publisher = new SourcePublisher(connection);
        SourcePlan plan = publisher.plan(new SourceDefinitions(List.of(sources)));
        publisher.apply(plan);
        return plan;
    }

    private List<ConsumerRecord<String, Source>> records() {
        return TopicReader.committed(connection.bootstrapServers()).records(topics.sources(), connection.serdes());
    }
}
