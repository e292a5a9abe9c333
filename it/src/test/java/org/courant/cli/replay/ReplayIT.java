package org.courant.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.courant.cli.replay.RunningCourant.asText;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.courant.cli.CommandRun;
import org.courant.cli.ExitCode;
import org.courant.cli.process.StopSignal;
import org.courant.cli.topic.Groups;
import org.courant.cli.topic.Moment;
import org.courant.enrich.EnrichService;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.topic.Topics;
import org.courant.service.CannotStart;
import org.courant.testkit.TestCluster;
import org.courant.testkit.WithKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays through both services on a broker. */
@WithKafka
class ReplayIT {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final TestCluster cluster;

    @TempDir
    private Path folder;

    private RunningCourant courant;
    private Topics topics;
    private Path edited;

    ReplayIT(TestCluster cluster) {
        this.cluster = cluster;
    }

    @BeforeEach
    void install() throws IOException {
        courant = new RunningCourant(cluster, folder);
        topics = courant.connection().topics();
        edited = Files.writeString(folder.resolve("sections.yaml"), edited());
    }

    @AfterEach
    void stop() {
        courant.close();
    }

    @Test
    void aReplayChangesNothingUnderTheSameSettingsAndExactlyWhatIsAffectedUnderOthers() throws IOException {
        start();
        aPlanDoesNothing();
        underTheSameSettingsNothingChanges();
        aReplayThatWasStoppedGoesOnWhereItWas();
        underOtherSectionsExactlyTheirEntriesChange();
    }

    /** All find that none runs, and only then any of them begins. */
    @Test
    void ofReplaysThatStartTogetherOneRuns() throws Exception {
        int replays = 4;
        AtomicInteger ran = new AtomicInteger();
        CountDownLatch refused = new CountDownLatch(replays - 1);
        CyclicBarrier together = new CyclicBarrier(replays);
        ExecutorService operators = Executors.newFixedThreadPool(replays);
        try (Groups groups = new Groups(courant.connection())) {
            SoleReplay sole = new SoleReplay(
                    courant.connection(),
                    groups,
                    new Stages(courant.group("enrich"), courant.group("publish")),
                    Duration.ofSeconds(3));
            Callable<Integer> replay = () -> {
                together.await();
                try {
                    return sole.run(() -> {
                        ran.incrementAndGet();
                        return awaited(refused) ? ExitCode.DONE : ExitCode.FAILED;
                    });
                } catch (CannotStart another) {
                    assertThat(another).hasMessageContaining("another replay runs");
                    refused.countDown();
                    return ExitCode.NOTHING_TO_DO;
                }
            };
            List<Integer> exitCodes = new ArrayList<>();
            for (Future<Integer> each : operators.invokeAll(Collections.nCopies(replays, replay))) {
                exitCodes.add(each.get());
            }

            assertThat(ran).hasValue(1);
            assertThat(exitCodes)
                    .containsExactlyInAnyOrder(
                            ExitCode.DONE, ExitCode.NOTHING_TO_DO, ExitCode.NOTHING_TO_DO, ExitCode.NOTHING_TO_DO);
            assertThat(sole.run(() -> ExitCode.DONE)).as("the next one").isEqualTo(ExitCode.DONE);
        } finally {
            operators.shutdownNow();
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The control: with one item less waiting, the group needs to read nothing. */
    @Test
    void whileManyLiveItemsWaitEnrichIsWaitedForAsLongAsItGetsFurther() throws Exception {
        TopicPartition log = new TopicPartition(topics.sourceItems().name(), 0);
        String group = courant.group("enrich");
        write(log, LiveItems.MOST + 1);
        List<Long> waiting = new ArrayList<>();
        try (StopSignal stop = StopSignal.install();
                Groups groups = new Groups(courant.connection())) {
            LiveItems live = new LiveItems(groups, new Passage.Stage(group, log.topic()), Duration.ofSeconds(1));

            assertThatThrownBy(() -> live.letPass(stop, waiting::add))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("group " + group + " has read nothing of " + log.topic());
            assertThat(waiting).isNotEmpty().containsOnly(LiveItems.MOST + 1);

            groups.commit(group, Map.of(log, new OffsetAndMetadata(1)));
            assertThat(live.letPass(stop, waiting::add)).isTrue();
        }
    }

    private void write(TopicPartition partition, long records) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                courant.connection().client(Map.of()), new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (long i = 0; i < records; i++) {
                sent.add(producer.send(
                        new ProducerRecord<>(partition.topic(), partition.partition(), new byte[1], new byte[1])));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        }
    }

    private void start() {
        CommandRun stopped = courant.run("replay", "--from", "20d");
        assertThat(stopped.exitCode()).as("an empty log").isEqualTo(ExitCode.NOTHING_TO_DO);
        courant.start("publish");
        courant.start("enrich");
        courant.publishPapers();
    }

    private void aPlanDoesNothing() {
        CommandRun plan = courant.run("replay", "--from", "20d");

        assertThat(plan.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(plan.out())
                .contains("120 in 3 of 3 partitions", "enrich (1 member)", "publish (1 member)", "at most 25 %");
        assertThat(plan.err()).contains("nothing has been done");
        assertThat(courant.run("replay", "--from", "20d", "--source", "two").out())
                .contains("30 in ");
        assertThat(courant.run("replay", "--from", "20d", "--to", "10d").exitCode())
                .isEqualTo(ExitCode.NOTHING_TO_DO);
        assertThat(courant.records(topics.replays())).isZero();
    }

    private void underTheSameSettingsNothingChanges() {
        SortedMap<String, DigestEntry> entries = courant.entries();
        Map<String, String> editions = courant.editionHashes();
        Map<Integer, Long> ends = courant.ends(topics.digestEntries());
        Map<Integer, Long> editionEnds = courant.ends(topics.digestEditions());
        Map<Integer, Long> storyEnds = courant.ends(topics.stories());
        Map<Integer, Long> rejections = courant.ends(topics.rejections());

        CommandRun run = courant.run("replay", "--from", "20d", "--share", "100", "--execute");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).contains("replayed 120 items");
        assertThat(courant.replayed()).as("enrich has done its work").isEqualTo(RunningCourant.ITEMS);
        assertThat(courant.storiesSince(storyEnds))
                .as("publish has got every story once more")
                .hasSize(RunningCourant.PAPERS);
        assertThat(courant.writtenSince(topics.digestEntries(), ends)).isEmpty();
        assertThat(courant.writtenSince(topics.digestEditions(), editionEnds)).isEmpty();
        assertThat(courant.writtenSince(topics.rejections(), rejections)).isEmpty();
        assertThat(asText(courant.entries())).isEqualTo(asText(entries));
        assertThat(courant.editionHashes()).isEqualTo(editions);

        CommandRun second = courant.run("replay", "--from", "20d", "--execute");
        assertThat(second.exitCode()).isEqualTo(ExitCode.NOTHING_TO_DO);
        assertThat(second.err()).contains("--again");
    }

    private void aReplayThatWasStoppedGoesOnWhereItWas() {
        double before = courant.replayed();
        AtomicReference<CommandRun> run = new AtomicReference<>();
        Thread operator = new Thread(
                () -> run.set(courant.run("replay", "--from", "19d", "--share", "1", "--again", "--execute")));
        operator.start();
        try (Groups groups = new Groups(courant.connection())) {
            String group = Bookmark.group(topics.sourceItems().name(), Moment.parse("19d"), null, null);
            await().atMost(PATIENCE)
                    .until(() -> Bookmark.find(groups, group, Optional.empty()).stream()
                            .anyMatch(bookmark -> bookmark.done() > 0));
        }
        CommandRun second = courant.run("replay", "--from", "19d", "--share", "100", "--execute");
        assertThat(second.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(second.err()).contains("another replay runs (courant-replay at ", "leaves after 10 s");
        // The first pauses now, for the ninety-nine times that its first batch took.
        operator.interrupt();
        await().atMost(PATIENCE).until(() -> !operator.isAlive());
        assertThat(Objects.requireNonNull(run.get()).err())
                .contains("stopped after 50 items; the same command without --again goes on");

        whileTheRegistryDoesNotAnswerNothingIsSkipped();
        underOtherSettingsItDoesNotGoOn();
        CommandRun rest = courant.run("replay", "--from", "19d", "--share", "100", "--execute");

        assertThat(rest.out()).contains("70 in ", "50 are done");
        assertThat(rest.err()).contains("replayed 120 items");
        assertThat(courant.replayed() - before).as("no item twice").isEqualTo(RunningCourant.ITEMS);
    }

    /** The plan refuses as well: it would not be carried out. */
    private void underOtherSettingsItDoesNotGoOn() {
        CommandRun run = courant.run(
                Map.of("COURANT_PUBLISH_RANKING_FRESHNESS", "2", "COURANT_ENRICH_SECTIONS", edited.toString()),
                "replay",
                "--from",
                "19d");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains("begun under other settings than these (enrich.sections, publish.ranking)", "--again");
    }

    /**
     * In the middle of a replay nothing else asks the registry, so what cannot be read must not pass for a bad record.
     */
    private void whileTheRegistryDoesNotAnswerNothingIsSkipped() {
        for (String from : List.of("19d", "18d")) {
            CommandRun run = courant.run(
                    Map.of("COURANT_REGISTRY_URL", "http://127.0.0.1:9/ccompat"),
                    "replay",
                    "--from",
                    from,
                    "--share",
                    "100",
                    "--execute");

            assertThat(run.exitCode()).as("from " + from + ": " + run.err()).isEqualTo(ExitCode.FAILED);
            assertThat(run.err()).contains("registry.url", "Connection refused").doesNotContain("replayed", "no items");
        }
    }

    private void underOtherSectionsExactlyTheirEntriesChange() {
        SortedMap<String, DigestEntry> before = courant.entries();
        courant.stop("enrich");
        CommandRun refused = courant.run("replay", "--from", "20d", "--again", "--execute");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err()).contains("enrich is not running", "courant enrich");

        courant.set("COURANT_ENRICH_SECTIONS", edited.toString());
        courant.start("enrich");
        Map<Integer, Long> ends = courant.ends(topics.digestEntries());
        CommandRun done = courant.run("replay", "--from", "20d", "--execute");
        assertThat(done.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(done.err()).contains("done under other settings than these (enrich.sections)", "--again");

        CommandRun run = courant.run("replay", "--from", "20d", "--share", "100", "--again", "--execute");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        List<String> affected = before.values().stream()
                .filter(entry -> entry.getSection().getId().equals("speech"))
                .map(DigestEntry::getEntryId)
                .toList();
        assertThat(affected).hasSize(RunningCourant.PAPERS / 3);
        assertThat(courant.writtenSince(topics.digestEntries(), ends)).isEqualTo(affected);
        courant.entries().forEach((id, entry) -> {
            if (affected.contains(id)) {
                assertThat(entry.getSection().getTitle()).isEqualTo("What is spoken");
            } else {
                assertThat(entry.toString()).isEqualTo(String.valueOf(before.get(id)));
            }
        });
    }

    private static String edited() throws IOException {
        try (InputStream shipped =
                Objects.requireNonNull(EnrichService.class.getResourceAsStream("classify/sections.yaml"))) {
            String text = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            String edited = text.replace("title: Speech & audio", "title: What is spoken");
            assertThat(edited).isNotEqualTo(text);
            return edited;
        }
    }
}
