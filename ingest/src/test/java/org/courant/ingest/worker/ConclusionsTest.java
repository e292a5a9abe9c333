package org.courant.ingest.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.courant.ingest.Sources;
import org.courant.ingest.schedule.PollSchedule;
import org.courant.ingest.source.CursorChange;
import org.courant.ingest.source.Fetched;
import org.courant.ingest.source.Rejected;
import org.courant.schemas.Batch;
import org.courant.schemas.Source;
import org.courant.schemas.SourceCursor;
import org.courant.schemas.SourceItem;
import org.courant.schemas.SourceState;
import org.junit.jupiter.api.Test;

final class ConclusionsTest {
    private static final Instant NOW = Instant.parse("2026-08-12T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 12);

    private final Source source = Sources.feed("blog", Duration.ofHours(1));
    private final SourceCursor before = Cursors.announced(
            Cursors.under(source, Optional.empty(), NOW.minusSeconds(9)), NOW.minusSeconds(1), NOW.plusSeconds(60));
    private final SeenItems seen = new SeenItems();

    @Test
    void whatIsNewIsWrittenAndWhatIsKnownIsCounted() {
        seen.remember(SeenKeys.of(source, item("a", 1)), SeenKeys.fingerprint(item("a", 1)));
        Delivery delivery = conclude(before, items(false, item("a", 1), item("b", 2)));

        assertThat(delivery.items()).containsExactly(item("b", 2));
        assertThat(delivery.unchanged()).isEqualTo(1);
        assertThat(delivery.cursor().getEtag()).isEqualTo("\"2\"");
        assertThat(delivery.cursor().getNextPollAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(delivery.cursor().getGroupHeldUntil()).isNull();
        assertThat(delivery.cursor().getLastChangeAt()).isEqualTo(NOW);
        assertThat(delivery.cursor().getStatus().getState()).isEqualTo(SourceState.FRESH);
        assertThat(delivery.cursor().getStatus().getLastBatch()).isEqualTo(new Batch(TODAY, 2, 2));
    }

    @Test
    void anItemListedTwiceAlikeIsOneAndTwiceDifferentlyIsADeadLetter() {
        Delivery delivery = conclude(before, items(false, item("a", 1), item("a", 1), item("a", 2)));

        assertThat(delivery.items()).containsExactly(item("a", 1));
        assertThat(delivery.unchanged()).isEqualTo(1);
        assertThat(delivery.rejected())
                .singleElement()
                .satisfies(each -> assertThat(each.reason()).contains("listed twice"));
        assertThat(delivery.cursor().getStatus().getLastBatch()).isEqualTo(new Batch(TODAY, 3, 2));
    }

    @Test
    void slicesFollowAtOnceAndAddUpToOneBatch() {
        Delivery first = conclude(before, items(true, item("a", 1), item("b", 2)));
        assertThat(first.cursor().getNextPollAt()).isEqualTo(NOW);

        Delivery second = conclude(first.cursor(), items(false, item("c", 3)));
        assertThat(second.cursor().getNextPollAt()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        assertThat(second.cursor().getStatus().getLastBatch()).isEqualTo(new Batch(TODAY, 3, 3));

        Delivery later = conclude(second.cursor(), items(false, item("c", 3)));
        assertThat(later.cursor().getStatus().getLastBatch()).isEqualTo(new Batch(TODAY, 1, 1));
    }

    @Test
    void aFailureChangesNothingOfWhatWasRead() {
        SourceCursor read = conclude(before, items(false, item("a", 1))).cursor();
        SourceCursor failed = conclude(read, new Fetched.Failed("no answer")).cursor();
        SourceCursor again = conclude(failed, new Fetched.Failed("no answer")).cursor();

        assertThat(again.getEtag()).isEqualTo(read.getEtag());
        assertThat(again.getMarks()).isEqualTo(read.getMarks());
        assertThat(again.getLastSuccessAt()).isEqualTo(read.getLastSuccessAt());
        assertThat(again.getConsecutiveFailures()).isEqualTo(2);
        assertThat(again.getNextPollAt()).isEqualTo(new PollSchedule(() -> NOW).afterFailure(source, 2));
        assertThat(conclude(again, new Fetched.NotModified(CursorChange.none(again)))
                        .cursor()
                        .getConsecutiveFailures())
                .isZero();
    }

    @Test
    void aHostThatWantsToBeLeftAloneIsHeldForTheWholeGroup() {
        Instant retryAt = NOW.plus(Duration.ofHours(3));
        SourceCursor cursor = conclude(before, new Fetched.Throttled(Optional.of(retryAt), "429"))
                .cursor();

        assertThat(cursor.getGroupHeldUntil()).isEqualTo(retryAt);
        assertThat(cursor.getNextPollAt()).isEqualTo(retryAt);
        assertThat(cursor.getStatus().getState()).isEqualTo(SourceState.FAILED);
    }

    @Test
    void whatIsGoneHasNoNextPoll() {
        SourceCursor cursor = conclude(before, new Fetched.Gone("410")).cursor();

        assertThat(cursor.getGone()).isTrue();
        assertThat(cursor.getNextPollAt()).isEqualTo(PollSchedule.NEVER);
        assertThat(cursor.getStatus().getNextPollAt()).isNull();
    }

    @Test
    void whatWasRejectedBeforeIsNotReportedAgain() {
        Rejected bad = new Rejected("bad", "raw".getBytes(StandardCharsets.UTF_8), "no title");
        Fetched.Items answer = new Fetched.Items(List.of(), List.of(bad), change(), TODAY, 1, false);
        Delivery first = conclude(before, answer);
        first.seen(NOW).forEach((key, value) -> seen.remember(key, value.getFingerprint()));

        Rejected worse = new Rejected("bad", "other".getBytes(StandardCharsets.UTF_8), "no title either");
        Fetched.Items both = new Fetched.Items(List.of(), List.of(bad, worse, worse), change(), TODAY, 3, false);

        assertThat(first.rejected()).containsExactly(bad);
        assertThat(conclude(first.cursor(), both).rejected()).containsExactly(worse);
        assertThat(conclude(first.cursor(), answer).rejected()).isEmpty();
    }

    private Delivery conclude(SourceCursor cursor, Fetched fetched) {
        return new Conclusions(source, cursor, NOW).of(fetched, seen);
    }

    private static Fetched.Items items(boolean more, SourceItem... items) {
        return new Fetched.Items(List.of(items), List.of(), change(), TODAY, items.length, more);
    }

    private static CursorChange change() {
        return new CursorChange(
                Optional.of("\"2\""),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of("line", "7"),
                Optional.empty());
    }

    private SourceItem item(String id, int content) {
        return SourceItem.newBuilder()
                .setItemId(id)
                .setSourceId(source.getId())
                .setSourceName(source.getName())
                .setTitle(id)
                .setUrl("https://blog.example/" + id)
                .setContentHash(String.format("%064x", content).replaceAll("^0{16}", String.format("%016x", content)))
                .setFetchedAt(NOW)
                .build();
    }
}
