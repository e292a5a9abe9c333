package org.courant.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.test.TestRecord;
import org.courant.schemas.Batch;
import org.courant.schemas.DigestEdition;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.EditionSection;
import org.courant.schemas.SourceBatch;
import org.courant.schemas.SourceCount;
import org.courant.schemas.SourceStatus;
import org.courant.schemas.hash.ContentHash;
import org.courant.schemas.topic.DeadLetterHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PublishTopologyTest {
    private final TestTopology publish = new TestTopology();

    @AfterEach
    void close() {
        publish.close();
    }

    @Test
    void aStoryBecomesOneEntryOfTheEditionOfItsDay() {
        publish.send(Stories.story("arxiv:1"));
        publish.tick();

        KeyValue<String, DigestEntry> entry = publish.entries.readKeyValue();
        assertThat(entry.key).isEqualTo("arxiv:1");
        assertThat(entry.value.getEdition()).isEqualTo(LocalDate.of(2026, 6, 24));
        assertThat(entry.value.getContentHash()).isEqualTo(ContentHash.of(entry.value));
        KeyValue<String, DigestEdition> edition = publish.editions.readKeyValue();
        assertThat(edition.key).isEqualTo("2026-06-24");
        assertThat(edition.value.getEntryCount()).isEqualTo(1);
        assertThat(edition.value.getSourceCounts()).containsExactly(new SourceCount("arXiv cs.LG", 1));
        assertThat(edition.value.getDigestHash()).isEqualTo(ContentHash.ofAll(List.of(entry.value.getContentHash())));
    }

    @Test
    void anUnchangedStoryIsNotPublishedAgain() {
        publish.send(Stories.story("arxiv:1"));
        publish.send(Stories.story("arxiv:1"));
        publish.send(Stories.story("arxiv:1").setBody("The body is not part of the entry"));

        assertThat(publish.entries.readKeyValuesToList()).hasSize(1);
    }

    @Test
    void aChangedStoryReplacesItsEntry() {
        publish.send(Stories.story("arxiv:1"));
        publish.send(Stories.story("arxiv:1").setTitle("Better title"));

        assertThat(publish.entries.readValuesToList())
                .extracting(DigestEntry::getTitle)
                .containsExactly("Title of arxiv:1", "Better title");
    }

    @Test
    void aStoryThatIsAbsorbedWithdrawsItsEntryAndAnEmptyEditionIsWithdrawnToo() {
        publish.send(Stories.story("arxiv:1"));
        publish.tick();
        publish.withdraw("arxiv:1");
        publish.tick();

        assertThat(publish.entries.readKeyValuesToList()).last().isEqualTo(KeyValue.pair("arxiv:1", null));
        assertThat(publish.editions.readKeyValuesToList()).last().isEqualTo(KeyValue.pair("2026-06-24", null));
    }

    @Test
    void theWithdrawalOfWhatWasNeverPublishedIsNotPassedOn() {
        publish.withdraw("arxiv:1");
        publish.tick();

        assertThat(publish.entries.isEmpty()).isTrue();
        assertThat(publish.editions.isEmpty()).isTrue();
    }

    @Test
    void anEntryThatMovesToAnotherDayLeavesTheOldEdition() {
        publish.send(Stories.story("arxiv:1"));
        publish.send(Stories.story("arxiv:2"));
        publish.tick();
        publish.send(Stories.story("arxiv:1").setEventTime(TestTopology.later(-3)));
        publish.tick();

        List<DigestEdition> editions = publish.editions.readValuesToList();
        assertThat(editions).hasSize(3);
        assertThat(ids(editions.get(0))).containsExactly("arxiv:1", "arxiv:2");
        assertThat(editions.subList(1, 3))
                .extracting(edition -> edition.getDate() + " " + ids(edition))
                .containsExactlyInAnyOrder("2026-06-21 [arxiv:1]", "2026-06-24 [arxiv:2]");
    }

    @Test
    void aStoryWithoutTitleIsHeldAndOneThatLosesItsUrlIsWithdrawn() {
        publish.send(Stories.story("arxiv:1").setTitle("  "));
        publish.send(Stories.story("arxiv:2"));
        publish.send(Stories.story("arxiv:2").setUrl(""));

        assertThat(publish.entries.readKeyValuesToList())
                .extracting(entry -> entry.key + (entry.value == null ? " withdrawn" : ""))
                .containsExactly("arxiv:2", "arxiv:2 withdrawn");
        assertThat(publish.meters
                        .counter("courant.publish.held", "lacking", "title")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void sectionsStandInTheOrderOfTheTaxonomyUnknownOnesAfterItAndOtherLast() {
        publish.send(Stories.story("arxiv:1").setSectionId("other").setSectionTitle("Other"));
        publish.send(Stories.story("arxiv:2").setSectionId("zoology").setSectionTitle("Zoology"));
        publish.send(Stories.story("arxiv:3").setSectionId("agents").setSectionTitle("Agents"));
        publish.send(Stories.story("arxiv:4"));
        publish.send(Stories.story("arxiv:5").setSectionId("biology").setSectionTitle("Biology"));
        publish.tick();

        assertThat(publish.editions.readValue().getSections())
                .extracting(section -> section.getSection().getId())
                .containsExactly("training-methods", "agents", "biology", "zoology", "other");
    }

    @Test
    void entriesOfASectionStandByScoreThenNewestThenId() {
        publish.send(Stories.story("arxiv:d").setSectionConfidence(0.9));
        publish.send(Stories.story("arxiv:c").setEventTime(Stories.MORNING.plusSeconds(60)));
        publish.send(Stories.story("arxiv:b"));
        publish.send(Stories.story("arxiv:a"));
        publish.tick();

        assertThat(ids(publish.editions.readValue())).containsExactly("arxiv:d", "arxiv:c", "arxiv:a", "arxiv:b");
    }

    @Test
    void aDayThatFillsAtOnceIsWrittenOnceAndNotForEveryEntry() {
        for (int i = 0; i < 2_000; i++) {
            publish.send(Stories.story("arxiv:" + i));
        }
        publish.tick();

        assertThat(publish.editions.readValuesToList())
                .singleElement()
                .extracting(DigestEdition::getEntryCount)
                .isEqualTo(2_000);
    }

    @Test
    void whatTheSourcesDeliveredForTheDayStandsInTheEdition() {
        publish.send(Stories.story("arxiv:1"));
        deliver("arxiv-cs-lg", 10, 10);
        deliver("arxiv-cs-ai", 20, 19);
        publish.tick();
        deliver("arxiv-cs-ai", 20, 20);
        publish.tick();

        List<DigestEdition> editions = publish.editions.readValuesToList();
        assertThat(editions.get(0).getComplete()).isFalse();
        assertThat(editions.get(1).getComplete()).isTrue();
        assertThat(editions.get(1).getBatches())
                .containsExactly(
                        new SourceBatch("name of arxiv-cs-ai", 20, 20), new SourceBatch("name of arxiv-cs-lg", 10, 10));
    }

    @Test
    void aStatusThatSaysNothingNewWritesNoEdition() {
        publish.send(Stories.story("arxiv:1"));
        deliver("arxiv-cs-lg", 10, 10);
        publish.tick();
        deliver("arxiv-cs-lg", 10, 10);
        publish.tick();

        assertThat(publish.editions.readValuesToList()).hasSize(1);
    }

    @Test
    void recordsCarryTheTimesOfWhatTheyWereMadeFromAndNoClock() {
        publish.send(Stories.story("arxiv:1"));
        publish.driver.advanceWallClockTime(TestTopology.TICK.multipliedBy(1_000));

        assertThat(publish.entries.readRecord().timestamp()).isEqualTo(Stories.MORNING.toEpochMilli());
        assertThat(publish.editions.readRecord().timestamp()).isEqualTo(Stories.MORNING.toEpochMilli());
    }

    @Test
    void aRecordThatIsNoStoryBecomesADeadLetterAndTheNextIsPublished() {
        byte[] garbage = {0, 0, 0, 0, 99, 1, 2, 3};
        publish.rawStories.pipeInput("arxiv:0".getBytes(StandardCharsets.UTF_8), garbage);
        publish.send(Stories.story("arxiv:1"));

        TestRecord<byte[], byte[]> letter = publish.deadLetters.readRecord();
        assertThat(letter.value()).isEqualTo(garbage);
        assertThat(TestTopology.headers(letter))
                .containsEntry(DeadLetterHeaders.STAGE, "publish/deserialization")
                .containsEntry(DeadLetterHeaders.TOPIC, "courant.stories");
        assertThat(publish.entries.readKeyValue().key).isEqualTo("arxiv:1");
    }

    private String reasonOfTheOnlyDeadLetter() {
        return TestTopology.headers(publish.deadLetters.readRecord()).getOrDefault(DeadLetterHeaders.REASON, "");
    }

    @Test
    void aStoryWithoutKeyOrUnderAnothersKeyBecomesADeadLetter() {
        publish.stories.pipeInput(
                new TestRecord<>(null, Stories.story("arxiv:1").build(), Stories.MORNING));
        assertThat(reasonOfTheOnlyDeadLetter()).isEqualTo("the key is null; it must be the story id");

        publish.stories.pipeInput("arxiv:2", Stories.story("arxiv:1").build());
        assertThat(reasonOfTheOnlyDeadLetter())
                .isEqualTo("the key is 'arxiv:2' and the story id 'arxiv:1'; they must be equal");
        assertThat(publish.entries.isEmpty()).isTrue();
    }

    @Test
    void aStoryWhoseEntryFitsIntoNoRecordBecomesADeadLetter() {
        publish.send(Stories.story("arxiv:1").setSummary("x".repeat(9_000_000)));
        publish.tick();

        assertThat(reasonOfTheOnlyDeadLetter()).contains("fit into a record");
        assertThat(publish.editions.isEmpty()).isTrue();
    }

    private void deliver(String source, int expected, int got) {
        publish.status.pipeInput(
                source,
                SourceStatus.newBuilder()
                        .setSourceId(source)
                        .setSourceName("name of " + source)
                        .setSince(Instant.EPOCH)
                        .setLastBatch(new Batch(LocalDate.of(2026, 6, 24), expected, got))
                        .build(),
                Stories.MORNING);
    }

    private static List<String> ids(DigestEdition edition) {
        List<String> ids = new ArrayList<>();
        edition.getSections().stream().map(EditionSection::getEntryIds).forEach(ids::addAll);
        return ids;
    }
}
