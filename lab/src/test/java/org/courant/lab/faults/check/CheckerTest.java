package org.courant.lab.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.courant.lab.faults.check.Violation.Kind;
import org.courant.lab.faults.history.ApiAnswer;
import org.courant.lab.faults.history.Delivery;
import org.courant.lab.faults.history.GroupPosition;
import org.courant.lab.faults.history.Observation;
import org.courant.lab.faults.history.Poison;
import org.courant.lab.faults.history.StreamEvent;
import org.courant.schemas.DigestEdition;
import org.courant.schemas.DigestEntry;
import org.courant.schemas.SourceItem;
import org.courant.schemas.Story;
import org.courant.schemas.topic.DeadLetterHeaders;
import org.junit.jupiter.api.Test;

/** Each test spoils one thing of a run that is as it should be. */
final class CheckerTest {
    private static final Instant AT = Instant.EPOCH;
    private static final String ITEMS = SyntheticRun.TOPICS.sourceItems().name();
    private static final String STORIES = SyntheticRun.TOPICS.stories().name();
    private static final String REJECTIONS = SyntheticRun.TOPICS.rejections().name();
    private static final String ENTRIES = SyntheticRun.TOPICS.digestEntries().name();
    private static final String EDITIONS = SyntheticRun.TOPICS.digestEditions().name();

    private final SyntheticRun run = good();

    /** Two items, one of them in two versions, all the way to an edition; a client, an API, a poison record. */
    private static SyntheticRun good() {
        SyntheticRun run = new SyntheticRun();
        long one = item(run, "a", "First");
        long two = item(run, "b", "Second");
        story(run, "a", "First", one);
        story(run, "b", "Second", two);
        long edited = item(run, "a", "First, edited");
        story(run, "a", "First, edited", edited);
        run.write(
                EDITIONS,
                0,
                Records.TIME,
                Records.DAY,
                Records.edition(Records.entry("a", "First, edited", edited), Records.entry("b", "Second", two)));
        poison(run, 1);
        event(run, "0:1", "upsert", Records.json(Records.entry("a", "First", one)));
        event(run, "0:3", "upsert", Records.json(Records.entry("b", "Second", two)));
        event(run, "0:5", "upsert", Records.json(Records.entry("a", "First, edited", edited)));
        answer(run, Records.entry("a", "First, edited", edited), Records.entry("b", "Second", two));
        run.positions.add(new GroupPosition(AT, "enrich", ITEMS, 0, 1));
        run.positions.add(new GroupPosition(AT, "enrich", ITEMS, 0, 6));
        run.positions.add(new GroupPosition(AT, "enrich", ITEMS, 1, 1));
        run.positions.add(new GroupPosition(AT, "publish", STORIES, 0, 6));
        for (long offset : List.of(0L, 2L, 4L)) {
            run.observations.add(new Observation(AT, ENTRIES, 0, offset));
        }
        run.aborted(ENTRIES, 1, "a", Records.entry("a", "Never committed", one));
        return run;
    }

    private static long item(SyntheticRun run, String id, String title) {
        run.deliveries.add(new Delivery("blog", "item-" + id, title, false));
        return run.write(ITEMS, 0, Records.TIME, id, Records.item(id, title));
    }

    private static void story(SyntheticRun run, String id, String title, long offset) {
        run.write(STORIES, 0, Records.TIME, id, Records.story(id, title, offset));
        run.write(ENTRIES, 0, Records.TIME, id, Records.entry(id, title, offset));
    }

    private static void poison(SyntheticRun run, int letters) {
        byte[] garbage = {9, 9, 9};
        long offset = run.raw(ITEMS, 1, 0, "poison", garbage, List.of(), true);
        run.poison.add(new Poison(ITEMS, 1, offset, "garbage"));
        for (int i = 0; i < letters; i++) {
            run.letter("poison", garbage, origin(ITEMS, 1, offset));
        }
    }

    private static Map<String, String> origin(String topic, int partition, long offset) {
        return Map.of(
                DeadLetterHeaders.TOPIC,
                topic,
                DeadLetterHeaders.PARTITION,
                String.valueOf(partition),
                DeadLetterHeaders.OFFSET,
                String.valueOf(offset));
    }

    private static void event(SyntheticRun run, String id, String kind, String data) {
        run.streams.add(new StreamEvent(AT, "client-1", 1, "publish-1", id, kind, data));
    }

    private static void answer(SyntheticRun run, DigestEntry... entries) {
        List<String> items = List.of(entries).stream().map(Records::json).toList();
        String body = "{\"items\":[" + String.join(",", items) + "],\"next\":null}";
        run.answers.add(new ApiAnswer("publish-1", "/api/entries?limit=500", 200, body));
    }

    private List<Violation> found() {
        return new Checker(SyntheticRun.TOPICS)
                .judge(run.history(), good().history())
                .violations();
    }

    private void assertFound(Kind kind, String invariant, String place) {
        assertThat(found()).anySatisfy(violation -> {
            assertThat(violation.kind()).isEqualTo(kind);
            assertThat(violation.invariant()).isEqualTo(invariant);
            assertThat(violation.place()).contains(place);
        });
    }

    @Test
    void aRunAsItShouldBeHasNoViolation() {
        assertThat(found()).isEmpty();
    }

    @Test
    void anAbortedRecordIsTheWitness() {
        assertThat(Witness.of(run.history()).aborted()).containsExactly(Map.entry(ENTRIES, 1L));
        assertThat(Witness.of(new SyntheticRun().history()).isProof()).isFalse();
        assertThat(Witness.of(new SyntheticRun().history())).asString().contains("no proof");
    }

    @Test
    void anItemThatASourceServedAndNobodyWroteIsLost() {
        run.deliveries.add(new Delivery("blog", "item-c", "Third", false));
        assertFound(Kind.LOST, "items-once", "item-c");
    }

    @Test
    void aVersionThatNobodyNeedHaveSeenIsNotLost() {
        run.deliveries.add(new Delivery("blog", "item-a", "First, for a moment", true));
        assertThat(found()).isEmpty();
    }

    @Test
    void anItemThatIsWrittenTwiceIsDoubled() {
        long offset = run.write(ITEMS, 0, Records.TIME, "b", Records.item("b", "Second"));
        assertFound(Kind.DOUBLED, "items-once", ITEMS + " [0] offset " + offset + " key 'b'");
    }

    @Test
    void anItemThatNoSourceServedIsInvented() {
        run.write(ITEMS, 0, Records.TIME, "z", Records.item("z", "From nowhere"));
        assertFound(Kind.INVENTED, "items-once", "key 'z'");
    }

    @Test
    void anItemUnderAnotherKeyOrTimeIsDifferent() {
        run.write(ITEMS, 0, Records.TIME + 1, "wrong", Records.item("b", "Second, again"));
        assertThat(found())
                .filteredOn(violation -> violation.invariant().equals("items-once"))
                .extracting(Violation::detail)
                .anyMatch(detail -> detail.contains("strongest identity b"))
                .anyMatch(detail -> detail.contains("its fetch was at"));
    }

    @Test
    void anItemThatWasFetchedBeforeTheOneBeforeItIsReordered() {
        SourceItem early = SourceItem.newBuilder(Records.item("b", "Second, early"))
                .setFetchedAt(Instant.ofEpochMilli(Records.TIME - 1))
                .build();
        run.write(ITEMS, 0, Records.TIME - 1, "b", early);
        assertFound(Kind.REORDERED, "items-once", "key 'b'");
    }

    @Test
    void anItemWithoutStoryAndRejectionIsLost() {
        run.write(ITEMS, 0, Records.TIME, "c", Records.item("c", "Third"));
        assertFound(Kind.LOST, "items-accounted-for", "key 'c'");
    }

    @Test
    void anItemThatIsRejectedIsAccountedFor() {
        run.write(ITEMS, 0, Records.TIME, "c", Records.item("c", "Third"));
        run.write(REJECTIONS, 0, Records.TIME, "item-c", Records.rejection("c"));
        assertThat(found()).noneMatch(violation -> violation.invariant().equals("items-accounted-for"));
    }

    @Test
    void aMemberThatIsNoItemIsInvented() {
        run.write(STORIES, 1, Records.TIME, "x", Records.story("x", "From an aborted item", 77));
        assertFound(Kind.INVENTED, "items-accounted-for", "key 'x'");
    }

    @Test
    void aRejectionWithoutItemIsInvented() {
        run.write(REJECTIONS, 1, Records.TIME, "item-x", Records.rejection("x"));
        assertFound(Kind.INVENTED, "items-accounted-for", "key 'item-x'");
    }

    @Test
    void aMemberOfTwoStoriesIsDoubled() {
        Story other =
                Story.newBuilder(Records.story("a", "First", 0)).setStoryId("y").build();
        run.write(STORIES, 1, Records.TIME, "y", other);
        assertFound(Kind.DOUBLED, "items-accounted-for", "key 'a'");
    }

    @Test
    void poisonWithoutDeadLetterIsLost() {
        poison(run, 0);
        assertFound(Kind.LOST, "poison-put-aside", ITEMS + " [1] offset 2");
    }

    @Test
    void poisonInTwoDeadLettersIsDoubled() {
        poison(run, 2);
        assertFound(Kind.DOUBLED, "poison-put-aside", ITEMS + " [1] offset 2");
    }

    @Test
    void poisonThatOnlyThePageReadsIsPassedOver() {
        long offset = run.raw(EDITIONS, 1, 0, "poison", new byte[] {8}, List.of(), true);
        run.poison.add(new Poison(EDITIONS, 1, offset, "garbage"));
        assertThat(found()).isEmpty();
    }

    @Test
    void aDeadLetterThatLostItsKeyIsDifferent() {
        long offset = run.raw(ITEMS, 1, 0, "poison", new byte[] {8}, List.of(), true);
        run.poison.add(new Poison(ITEMS, 1, offset, "garbage"));
        run.letter("", new byte[] {8}, origin(ITEMS, 1, offset));
        assertFound(Kind.DIFFERENT, "poison-put-aside", "dead-letters [0]");
    }

    @Test
    void aGoodRecordAmongTheDeadLettersIsInvented() {
        run.letter("a", new byte[] {1}, origin(ITEMS, 0, 0));
        assertFound(Kind.INVENTED, "poison-put-aside", "key 'a'");
    }

    @Test
    void whatASourceDeliveredAndWasPutAsideTwiceIsDoubled() {
        run.letter("bad", new byte[] {1}, Map.of(DeadLetterHeaders.SOURCE, "blog"));
        run.letter("bad", new byte[] {1}, Map.of(DeadLetterHeaders.SOURCE, "blog"));
        assertFound(Kind.DOUBLED, "rejected-once", "key 'bad'");
    }

    @Test
    void anEntryThatIsWrittenTwiceIsDoubled() {
        long offset = run.write(ENTRIES, 0, Records.TIME, "b", Records.entry("b", "Second", 2));
        assertFound(Kind.DOUBLED, "entries-once", ENTRIES + " [0] offset " + offset + " key 'b'");
    }

    @Test
    void aTombstoneOfWhatNeverWasIsInvented() {
        run.write(ENTRIES, 0, Records.TIME, "never", null);
        assertFound(Kind.INVENTED, "entries-once", "key 'never'");
    }

    @Test
    void aKeyInTwoPartitionsIsReordered() {
        run.write(STORIES, 1, Records.TIME, "a", Records.story("a", "Elsewhere", 0));
        assertFound(Kind.REORDERED, "stories-once", "[1] offset 0 key 'a'");
    }

    @Test
    void aForgottenTombstoneShowsInTheEntries() {
        run.write(STORIES, 0, Records.TIME, "b", null);
        assertFound(Kind.LOST, "entries-follow-stories", "key 'b'");
    }

    @Test
    void aVersionOfAStoryWithoutEntryIsLost() {
        run.write(STORIES, 0, Records.TIME, "b", Records.story("b", "Second, edited", 2));
        assertFound(Kind.LOST, "entries-follow-stories", "key 'b'");
    }

    @Test
    void aWrongContentHashIsDifferent() {
        DigestEntry wrong = DigestEntry.newBuilder(Records.entry("b", "Second", 2))
                .setContentHash("0".repeat(64))
                .build();
        run.write(ENTRIES, 0, Records.TIME, "b", wrong);
        assertFound(Kind.DIFFERENT, "content-hashes", "key 'b'");
    }

    @Test
    void anEditionWithAWrongCountOrHashIsDifferent() {
        DigestEdition wrong = DigestEdition.newBuilder(
                        Records.edition(Records.entry("a", "First, edited", 4), Records.entry("b", "Second", 2)))
                .setEntryCount(3)
                .setDigestHash("0".repeat(64))
                .build();
        run.write(EDITIONS, 0, Records.TIME, Records.DAY, wrong);
        assertThat(found())
                .filteredOn(violation -> violation.invariant().equals("editions-add-up"))
                .hasSize(2);
    }

    @Test
    void anEditionThatLacksAnEntryIsDifferent() {
        run.write(EDITIONS, 0, Records.TIME, Records.DAY, Records.edition(Records.entry("a", "First, edited", 4)));
        assertFound(Kind.DIFFERENT, "editions-add-up", "key '" + Records.DAY + "'");
    }

    @Test
    void aTableThatDiffersFromTheUndisturbedOneNamesTheField() {
        run.write(STORIES, 0, Records.TIME, "b", Records.story("b", "Second, by the wall clock", 2));
        assertThat(found())
                .filteredOn(violation -> violation.invariant().equals("same-stories"))
                .singleElement()
                .satisfies(violation -> assertThat(violation.detail()).contains("'title'"));
    }

    @Test
    void aRowThatTheUndisturbedRunHasIsLost() {
        run.write(ENTRIES, 0, Records.TIME, "b", null);
        assertFound(Kind.LOST, "same-entries", "key 'b'");
    }

    @Test
    void anotherTimestampIsDifferent() {
        run.write(STORIES, 0, Records.TIME + 5, "b", Records.story("b", "Second", 2));
        assertFound(Kind.DIFFERENT, "same-stories", "key 'b'");
    }

    @Test
    void theTimeOfAnEditionIsAMatterOfWhenItWasWritten() {
        run.write(
                EDITIONS,
                0,
                Records.TIME + 5,
                Records.DAY,
                Records.edition(Records.entry("a", "First, edited", 4), Records.entry("b", "Second", 2)));
        assertThat(found()).extracting(Violation::invariant).doesNotContain("same-editions");
    }

    @Test
    void anEntryThatTheApiDoesNotListIsLost() {
        run.answers.clear();
        answer(run, Records.entry("b", "Second", 2));
        assertFound(Kind.LOST, "api-says-the-topic", "key 'a'");
    }

    @Test
    void anAbortedEntryInTheApiIsFound() {
        answer(run, Records.entry("x", "Never committed", 0));
        assertFound(Kind.INVENTED, "api-says-the-topic", "entry 'x'");
    }

    @Test
    void anOldEntryInTheApiIsDifferent() {
        run.answers.clear();
        answer(run, Records.entry("a", "First", 0), Records.entry("b", "Second", 2));
        assertFound(Kind.DIFFERENT, "api-says-the-topic", "entry 'a'");
    }

    @Test
    void anEventThatAClientNeverGotIsLost() {
        run.streams.remove(2);
        assertFound(Kind.LOST, "streams-once", ENTRIES + " [0] offset 4 key 'a'");
    }

    @Test
    void anEventThatAClientWasLedPastIsLost() {
        run.streams.remove(1);
        assertFound(Kind.LOST, "streams-once", ENTRIES + " [0] offset 2 key 'b'");
    }

    @Test
    void poisonThatAClientWasLedPastIsNotLost() {
        long poison = run.raw(ENTRIES, 0, 0, "poison", new byte[] {8}, List.of(), true);
        run.poison.add(new Poison(ENTRIES, 0, poison, "garbage"));
        DigestEntry third = Records.entry("a", "First, edited again", 8);
        long offset = run.write(ENTRIES, 0, Records.TIME, "a", third);
        event(run, "0:" + (offset + 1), "upsert", Records.json(third));
        assertThat(found()).extracting(Violation::invariant).doesNotContain("streams-once");
    }

    @Test
    void anEventThatComesAgainIsFound() {
        run.streams.add(run.streams.get(2));
        assertFound(Kind.ABORTED, "streams-once", "id 0:5");
    }

    @Test
    void anIdThatIsOffByOneIsFound() {
        StreamEvent last = run.streams.remove(2);
        event(run, "0:6", "upsert", last.data());
        assertFound(Kind.ABORTED, "streams-once", "id 0:6");
    }

    @Test
    void anAbortedRecordThatAReaderWasHandedIsFound() {
        run.observations.add(new Observation(AT, ENTRIES, 1, 0));
        assertFound(Kind.ABORTED, "committed-only", ENTRIES + " [1] offset 0");
    }

    @Test
    void aReaderThatIsHandedAnOffsetTwiceOrNotAtAllIsFound() {
        run.observations.remove(1);
        run.observations.add(new Observation(AT, ENTRIES, 0, 4));
        assertFound(Kind.LOST, "committed-only", ENTRIES + " [0] offset 2");
        assertFound(Kind.DOUBLED, "committed-only", ENTRIES + " [0] offset 4");
    }

    @Test
    void aPartitionInWhichNobodyKeepsAPositionIsReadAgain() {
        run.positions.removeIf(position -> position.topic().equals(STORIES));
        assertFound(Kind.DOUBLED, "positions-advance", STORIES + " [0]");
    }

    @Test
    void aPositionThatWentBackIsFound() {
        run.positions.add(new GroupPosition(AT, "enrich", ITEMS, 0, 4));
        assertFound(Kind.REORDERED, "positions-advance", "group enrich at " + ITEMS + " [0] offset 4");
    }

    @Test
    void aPositionBeforeTheEndIsFound() {
        run.positions.removeIf(position -> position.topic().equals(ITEMS) && position.offset() == 6);
        assertFound(Kind.HUNG, "positions-advance", "group enrich");
    }

    @Test
    void anOpenTransactionIsFound() {
        run.withOpenTransaction();
        assertFound(Kind.HUNG, "nothing-hangs", ENTRIES + " [0] offset");
    }

    @Test
    void recordsOutsideOfTransactionsAreFound() {
        run.withoutTransactions();
        assertFound(Kind.DIFFERENT, "written-in-transactions", STORIES + " [0] offset 4");
    }

    @Test
    void aComplaintOfASourceIsFound() {
        run.etiquette.add("blog: asked again after 0.3 s, agreed are 3 s");
        assertFound(Kind.IMPOLITE, "etiquette", "the sources");
    }
}
