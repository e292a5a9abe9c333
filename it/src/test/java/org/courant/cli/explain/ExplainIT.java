package org.courant.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.courant.cli.CommandRun;
import org.courant.cli.ExitCode;
import org.courant.enrich.EnrichService;
import org.courant.enrich.EnrichSettings;
import org.courant.enrich.classify.TaxonomyFile;
import org.courant.enrich.classify.model.LinearModelFile;
import org.courant.enrich.resolve.MatchLimits;
import org.courant.schemas.SourceItem;
import org.courant.schemas.SourceKind;
import org.courant.schemas.topic.Topic;
import org.courant.service.kafka.Connection;
import org.courant.service.streams.StreamsSettings;
import org.courant.testkit.TestCluster;
import org.courant.testkit.WithKafka;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithKafka
class ExplainIT {
    private static final String ABSTRACT = """
            Lighthouse keepers used to note the weather by hand, in books that nobody has read since. We digitise eleven \
            thousand pages from nine lighthouses and train a reader of handwriting that asks a person whenever two of its \
            guesses are close. It asks for one word in sixty, and the series that result agree with barometers on ships.""";

    private final Map<String, String> environment;
    private final Connection connection;

    @TempDir
    private Path state;

    ExplainIT(TestCluster cluster) {
        environment = CommandRun.environment(cluster, cluster.uniquePrefix(), 2);
        connection = CommandRun.connection(environment);
        run("topics", "apply");
        run("schemas", "register");
    }

    @Test
    void anItemIsExplainedByItsRuleItsPartnerAndTheWorksOfItsStory() {
        write(item("paper", "arxiv:2606.00001", SourceKind.ARXIV, "Keepers' Books", ABSTRACT));
        write(item("topic", "forum:forum.example.org/1", SourceKind.FORUM, "Old weather", "Look: " + ABSTRACT));
        try (EnrichService enrich = enrich()) {
            enrich.start();
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(
                            () -> assertThat(run("explain", "topic").out()).contains("'text'"));
        }

        CommandRun byItem = run("explain", "topic");
        assertThat(byItem.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(byItem.out())
                .contains("story  arxiv:2606.00001  Keepers' Books")
                .contains("has absorbed forum:forum.example.org/1")
                .containsPattern("topic +A source +text +\\d\\.\\d+ +arxiv:2606.00001")
                .containsPattern("arxiv:2606.00001 +forum:forum.example.org/1 +text +\\d\\.\\d+");
        assertThat(run("explain", "forum:forum.example.org/1").out()).contains("story  arxiv:2606.00001");
        assertThat(run("explain", "arxiv:2606.00001", "--output", "json").out())
                .contains("\"storyId\":\"arxiv:2606.00001\"");
        whereTheRegistryDoesNotAnswerItIsNamed();
    }

    private void whereTheRegistryDoesNotAnswerItIsNamed() {
        Map<String, String> without = new HashMap<>(environment);
        without.put("COURANT_REGISTRY_URL", "http://127.0.0.1:9/ccompat");

        CommandRun run = CommandRun.with(without, "explain", "topic");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("registry.url", "Connection refused").doesNotContain("bug");
    }

    @Test
    void anUnknownIdIsSaidToBeUnknownWithWhereToLook() {
        CommandRun run = run("explain", "arxiv:0000.00000");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("'arxiv:0000.00000'", "courant status");
    }

    private EnrichService enrich() {
        return new EnrichService(
                connection,
                new EnrichSettings(
                        TaxonomyFile.shipped(),
                        LinearModelFile.shipped(),
                        500,
                        MatchLimits.DEFAULT,
                        "127.0.0.1",
                        0,
                        new StreamsSettings(
                                connection.topics().prefix() + "enrich", state, 1, Duration.ofMillis(100), 16),
                        null),
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                InstantSource.system());
    }

    private CommandRun run(String... arguments) {
        return CommandRun.with(environment, arguments);
    }

    private void write(SourceItem item) {
        Topic<SourceItem> topic = connection.topics().sourceItems();
        try (Serde<SourceItem> serde = connection.serdes().of(topic);
                KafkaProducer<String, SourceItem> producer =
                        new KafkaProducer<>(connection.client(Map.of()), new StringSerializer(), serde.serializer())) {
            producer.send(new ProducerRecord<>(
                            topic.name(), item.getIdentities().get(0), item))
                    .get();
        } catch (ExecutionException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static SourceItem item(String id, String identity, SourceKind kind, String title, String body) {
        return SourceItem.newBuilder()
                .setItemId(id)
                .setIdentities(List.of(identity))
                .setSourceId("a-source")
                .setSourceKind(kind)
                .setSourceName("A source")
                .setTitle(title)
                .setBody(body)
                .setUrl("https://example.org/" + id)
                .setContentHash("unused")
                .setFetchedAt(Instant.EPOCH)
                .build();
    }
}
