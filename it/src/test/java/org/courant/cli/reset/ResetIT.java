package org.courant.cli.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.courant.cli.replay.RunningCourant.asText;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.courant.cli.CommandRun;
import org.courant.cli.ExitCode;
import org.courant.cli.replay.RunningCourant;
import org.courant.cli.topic.Groups;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.Story;
import org.courant.testkit.TestCluster;
import org.courant.testkit.WithKafka;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resets on a broker. */
@WithKafka
class ResetIT {
    private final TestCluster cluster;

    @TempDir
    private Path folder;

    private RunningCourant courant;

    ResetIT(TestCluster cluster) {
        this.cluster = cluster;
    }

    @BeforeEach
    void install() {
        courant = new RunningCourant(cluster, folder);
    }

    @AfterEach
    void stop() {
        courant.close();
    }

    @Test
    void afterAResetEnrichComesToTheSameTablesAndReadersAreShownNothingThatTheyHave() {
        courant.start("publish");
        courant.start("enrich");
        courant.publishPapers();
        SortedMap<String, Story> stories = courant.stories();
        SortedMap<String, DigestEntry> entries = courant.entries();
        Map<String, String> editions = courant.editionHashes();

        CommandRun live = courant.run("reset", "enrich", "--execute");
        assertThat(live.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(live.err()).contains("enrich runs: group " + courant.group("enrich") + " has the members ");
        courant.stop("enrich");
        everythingIsThere(true);

        whereItsStateIsNotItIsNotReset();
        Path second = anInstanceThatIsGone("enrich");
        CommandRun plan = courant.run("reset", "enrich");
        assertThat(plan.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(plan.out())
                .contains(courant.group("enrich") + "-works-changelog")
                .contains(folder.resolve(courant.group("enrich")).toString())
                .contains(second.toString())
                .containsPattern("offsets +" + courant.group("enrich") + " +\\d+ partitions");
        assertThat(plan.err()).contains("nothing has been deleted");
        everythingIsThere(true);

        CommandRun done = courant.run("reset", "enrich", "--execute");
        assertThat(done.exitCode()).as(done.err()).isEqualTo(ExitCode.DONE);
        assertThat(second).doesNotExist();
        everythingIsThere(false);
        assertThat(courant.run("reset", "enrich", "--execute").exitCode()).isEqualTo(ExitCode.NOTHING_TO_DO);

        Map<Integer, Long> ends = courant.ends(courant.connection().topics().digestEntries());
        Map<Integer, Long> storyEnds =
                courant.ends(courant.connection().topics().stories());
        courant.start("enrich");
        CommandRun replay = awaitAnew(storyEnds, stories);

        assertThat(replay.exitCode()).as(replay.err()).isEqualTo(ExitCode.DONE);
        assertThat(asText(courant.stories())).isEqualTo(asText(stories));
        assertThat(asText(courant.entries())).isEqualTo(asText(entries));
        courant.awaitDigest();
        assertThat(courant.editionHashes()).isEqualTo(editions);
        // A work of several items goes through what it was before the last of them; no other entry is written.
        List<String> several = entries.values().stream()
                .filter(entry -> entry.getProvenance().size() > 1)
                .map(DigestEntry::getEntryId)
                .toList();
        assertThat(several)
                .containsAll(courant.writtenSince(courant.connection().topics().digestEntries(), ends).stream()
                        .collect(Collectors.toSet()));
        publishOfWhichTheStateIsGoneIsReset();
    }

    private void whereItsStateIsNotItIsNotReset() {
        Path elsewhere = folder.resolve("elsewhere");
        for (String execute : List.of("--execute", "--output=text")) {
            CommandRun run =
                    courant.run(Map.of("COURANT_ENRICH_STATE_DIR", elsewhere.toString()), "reset", "enrich", execute);
            assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(run.out()).containsPattern("local state +" + elsewhere + " +none on this machine");
            assertThat(run.err())
                    .contains("no local state in " + elsewhere + " on this machine", "--no-deps enrich reset enrich")
                    .contains("--state-is-gone");
        }
        everythingIsThere(true);
    }

    private void publishOfWhichTheStateIsGoneIsReset() {
        courant.stop("publish");

        CommandRun run = courant.run(
                Map.of("COURANT_PUBLISH_STATE_DIR", folder.resolve("new-disk").toString()),
                "reset",
                "publish",
                "--state-is-gone",
                "--execute");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.DONE);
        try (Groups groups = new Groups(courant.connection())) {
            assertThat(groups.committed(courant.group("publish"))).isEmpty();
        }
    }

    @Test
    void ingestIsNotResetAndTheMessageSaysWhy() {
        CommandRun ingest = courant.run("reset", "ingest");

        assertThat(ingest.exitCode()).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(ingest.err()).contains("cursors");
        assertThat(courant.run("reset", "everything").err()).contains("'everything'", "enrich or publish");
        assertThat(courant.run("reset", "publish").exitCode()).isEqualTo(ExitCode.NOTHING_TO_DO);
    }

    /** A replay ends when all that was in front of it has passed both services. */
    private CommandRun awaitAnew(Map<Integer, Long> storyEnds, SortedMap<String, Story> stories) {
        await().atMost(Duration.ofMinutes(4))
                .untilAsserted(() -> assertThat(asText(courant.storiesSince(storyEnds)))
                        .as("stories that are told anew")
                        .isEqualTo(asText(stories)));
        return courant.run("replay", "--from", "20d", "--share", "100", "--execute");
    }

    /** The state of a second instance that shared the directory. */
    private Path anInstanceThatIsGone(String service) {
        Path state = folder.resolve("instance-2").resolve(courant.group(service));
        try {
            Files.createDirectories(state);
            Files.createFile(state.resolve("left"));
            return state;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void everythingIsThere(boolean there) {
        try (Groups groups = new Groups(courant.connection())) {
            String group = courant.group("enrich");
            // The service keeps to the names that the command computes from its topology: none is left over.
            assertThat(groups.topics(group + "-").isEmpty()).isNotEqualTo(there);
            assertThat(groups.committed(group).isEmpty()).isNotEqualTo(there);
            assertThat(Files.exists(folder.resolve(group))).isEqualTo(there);
        }
    }
}
