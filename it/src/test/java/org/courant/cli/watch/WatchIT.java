package org.courant.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.courant.cli.CommandRun;
import org.courant.cli.Console;
import org.courant.cli.ExitCode;
import org.courant.schemas.Appearance;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.Section;
import org.courant.schemas.SourceKind;
import org.courant.schemas.serde.TrustedRecords;
import org.courant.service.kafka.Connection;
import org.courant.testkit.HttpAnswer;
import org.courant.testkit.HttpFixture;
import org.courant.testkit.TestCluster;
import org.courant.testkit.WithKafka;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

@WithKafka
class WatchIT {
    static {
        // An entry's defaults hold records, which Avro makes only of classes that it trusts.
        TrustedRecords.trust();
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> environment;
    private final Connection connection;

    WatchIT(TestCluster cluster) {
        environment = CommandRun.environment(cluster, cluster.uniquePrefix(), 2);
        connection = CommandRun.connection(environment);
        run("topics", "apply");
        run("schemas", "register");
    }

    @Test
    void entriesAreShownAsPeopleReadThem() {
        write("arxiv:1", entry("arxiv:1", "A title", "agents", "arXiv cs.AI", "arXiv cs.LG"));

        CommandRun run = run("tail", "--from", "beginning", "--no-follow");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out().lines())
                .containsExactly(
                        "Title of agents",
                        "",
                        "arxiv arXiv cs.AI · 3d ago · v2",
                        "",
                        "A title",
                        "",
                        "One sentence. Two sentences.",
                        "also in arXiv cs.LG",
                        "https://example.org/arxiv:1",
                        "");
    }

    @Test
    void aReaderGoesOnWhereTheLastLineSaidAndMissesNothing() throws JsonProcessingException {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            write("id" + i, entry("id" + i, "Title", "agents", "arXiv cs.AI"));
            expected.add("id" + i);
        }

        List<String> ids = new ArrayList<>();
        String from = "beginning";
        for (int round = 0; round < 20; round++) {
            String line = run("tail", "--from", from, "--no-follow", "-o", "json")
                    .out()
                    .lines()
                    .findFirst()
                    .orElseThrow();
            JsonNode record = JSON.readTree(line);
            ids.add(record.get("entryId").asText());
            from = record.get("resume").asText();
        }

        assertThat(ids).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(run("tail", "--from", from, "--no-follow").exitCode()).isEqualTo(ExitCode.NOTHING_TO_DO);
    }

    @Test
    void entriesAreChosenBySectionAndSourceAndWithdrawalsAreTold() {
        write("a", entry("a", "About agents", "agents", "arXiv cs.AI"));
        write("b", entry("b", "About speech", "speech", "Some Forum", "arXiv cs.CL"));
        write("c", null);

        assertThat(once("--section", "speech").out()).contains("About speech").doesNotContain("About agents");
        assertThat(once("--section", "Title of AGENTS").out())
                .contains("About agents")
                .doesNotContain("speech");
        assertThat(once("--source", "cs.cl").out()).contains("About speech").doesNotContain("About agents");
        assertThat(once("--source", "cs.RO").exitCode()).isEqualTo(ExitCode.NOTHING_TO_DO);
        assertThat(once("--kind", "arxiv").out()).contains("About agents").doesNotContain("withdrawn");
        assertThat(once("--kind", "forum").exitCode()).isEqualTo(ExitCode.NOTHING_TO_DO);
        assertThat(once().out()).contains("withdrawn: c");
    }

    @Test
    void theStatusCountsWhatIsOnTheTopics() throws JsonProcessingException {
        write("a", entry("a", "One", "agents", "arXiv cs.AI"));
        write("b", entry("b", "Two", "agents", "arXiv cs.AI"));
        write("b", null);

        JsonNode status = JSON.readTree(run("status", "--output", "json").out());

        assertThat(status.get("entries").asInt()).isEqualTo(1);
        assertThat(status.get("deadLetters").asInt()).isZero();
        assertThat(status.get("members").isIntegralNumber()).as("of stories").isTrue();
        assertThat(status.get("workers").has("enrich")).isTrue();
        assertThat(status.get("exact").asBoolean()).isTrue();
        assertThat(run("status").out()).contains("edition       none yet").contains("enrich");
    }

    @Test
    void aServiceThatIsNotReadyIsShownWithThePartThatIsToBlame() {
        try (HttpFixture page = HttpFixture.start()) {
            page.route("/readyz", HttpAnswer.of(503, "enrich has stopped (ERROR) after an error; view: up to date"));
            Map<String, String> variables = new HashMap<>(environment);
            variables.put("COURANT_PUBLISH_PORT", String.valueOf(page.uri("/").getPort()));

            assertThat(CommandRun.with(variables, "status").out())
                    .contains("publish: NOT READY: enrich has stopped (ERROR) after an error");
        }
    }

    @Test
    void theStatusIsShownAgainAndAgainUntilItIsStopped() {
        StringWriter out = new StringWriter();
        Console console =
                new Console(new PrintWriter(out), new PrintWriter(new StringWriter()), environment, false, 100);
        AtomicInteger exitCode = new AtomicInteger(-1);
        Thread operator = new Thread(
                () -> exitCode.set(new CommandLine(new StatusCommand(console)).execute("--watch", "--every", "1s")));
        operator.start();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> out.toString()
                                .lines()
                                .filter(line -> line.startsWith("edition"))
                                .count()
                        >= 2);
        operator.interrupt();
        await().atMost(Duration.ofMinutes(2)).until(() -> !operator.isAlive());

        assertThat(exitCode).hasValue(ExitCode.DONE);
        assertThat(out.toString()).doesNotContain("\u001B");
        assertThat(run("status", "--watch", "--every", "10ms").exitCode()).isEqualTo(ExitCode.BAD_USAGE);
    }

    @Test
    void aRegistryThatDoesNotAnswerEndsTheReadingInFrontOfTheRecordThatWaits() {
        write("a", entry("a", "One", "agents", "arXiv cs.AI"));
        Map<String, String> without = new HashMap<>(environment);
        without.put("COURANT_REGISTRY_URL", "http://127.0.0.1:9/ccompat");

        CommandRun run = CommandRun.with(without, "tail", "--from", "beginning");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("registry.url", "Connection refused").doesNotContain("bug");
        assertThat(run.err()).contains("go on with: courant tail --from 0:0,1:0");
    }

    @Test
    void aRecordThatIsNoEntryIsNamedAndLeftOut() {
        TopicPartition place = write("a", new ByteArraySerializer(), new byte[] {1, 2, 3});
        write("a", entry("a", "One", "agents", "arXiv cs.AI"));

        CommandRun run = once();

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("Title of agents");
        assertThat(run.err())
                .contains(place.topic() + ", partition " + place.partition() + ", offset 0 cannot be read")
                .contains("1 record could not be read");
    }

    /** Witness that the pipe is closed: {@code head} has ended. */
    @Test
    void whoeverPrintsIntoAPipeThatIsClosedEnds() throws IOException {
        for (List<String> command : List.of(
                List.of("tail", "--from", "beginning", "-o", "json"),
                List.of("tail", "--from", "beginning", "--no-follow", "-o", "json"),
                List.of("status", "--watch", "--every", "1s", "-o", "json"))) {
            write("a", entry("a", "One", "agents", "arXiv cs.AI"));
            Process head = new ProcessBuilder("head", "-n", "1").start();
            StringWriter err = new StringWriter();
            Console console =
                    new Console(new PrintWriter(head.outputWriter()), new PrintWriter(err), environment, false, 100);
            AtomicInteger exitCode = new AtomicInteger(-1);
            Thread operator = new Thread(() -> exitCode.set(CommandRun.on(console, command.toArray(new String[0]))));
            operator.start();
            try {
                await().atMost(Duration.ofMinutes(2)).until(() -> !head.isAlive());
                await().atMost(Duration.ofMinutes(2)).until(() -> {
                    write("a", entry("a", "One", "agents", "arXiv cs.AI"));
                    return !operator.isAlive();
                });
                assertThat(head.inputReader().lines()).hasSize(1);
            } finally {
                head.destroy();
                operator.interrupt();
            }

            assertThat(exitCode).as(command + ": " + err).hasValue(ExitCode.DONE);
        }
    }

    private CommandRun once(String... options) {
        List<String> arguments = new ArrayList<>(List.of("tail", "--from", "beginning", "--no-follow"));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(new String[0]));
    }

    private CommandRun run(String... arguments) {
        return CommandRun.with(environment, arguments);
    }

    private void write(String id, @Nullable DigestEntry entry) {
        try (Serde<DigestEntry> serde =
                connection.serdes().of(connection.topics().digestEntries())) {
            write(id, serde.serializer(), entry);
        }
    }

    private <V> TopicPartition write(String id, Serializer<V> serializer, @Nullable V value) {
        String topic = connection.topics().digestEntries().name();
        try (KafkaProducer<String, V> producer =
                new KafkaProducer<>(connection.client(Map.of()), new StringSerializer(), serializer)) {
            RecordMetadata written =
                    producer.send(new ProducerRecord<>(topic, id, value)).get();
            return new TopicPartition(topic, written.partition());
        } catch (ExecutionException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static DigestEntry entry(String id, String title, String section, String... sources) {
        List<Appearance> appearances = new ArrayList<>();
        for (String source : sources) {
            appearances.add(Appearance.newBuilder()
                    .setSourceName(source)
                    .setUrl("https://example.org/" + id)
                    .build());
        }
        return DigestEntry.newBuilder()
                .setEntryId(id)
                .setEdition(LocalDate.of(2026, 11, 17))
                .setSection(new Section(section, "Title of " + section))
                .setSectionConfidence(1)
                .setSourceKind(SourceKind.ARXIV)
                .setSourceName(sources[0])
                .setTitle(title)
                .setSummary("One sentence. Two sentences.")
                .setUrl("https://example.org/" + id)
                .setAuthors(List.of())
                .setPublishedAt(CommandRun.NOW.minusSeconds(3 * 86_400))
                .setVersion(2)
                .setCategories(List.of())
                .setAppearances(appearances)
                .setAbsorbed(List.of())
                .setRankScore(0)
                .setSummarisedBy("test")
                .setClassifiedBy("test")
                .setContentHash("0")
                .setProvenance(List.of())
                .build();
    }
}
