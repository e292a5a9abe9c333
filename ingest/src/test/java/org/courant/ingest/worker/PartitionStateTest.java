package org.courant.ingest.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.courant.ingest.Sources;
import org.courant.schemas.Source;
import org.courant.schemas.SourceCursor;
import org.junit.jupiter.api.Test;

final class PartitionStateTest {
    private static final Instant NOW = Instant.parse("2026-08-12T10:00:00Z");

    private final PartitionState state = new PartitionState();

    @Test
    void withoutSourcesThereIsNothingToDo() {
        assertThat(state.next(NOW)).isEmpty();
    }

    @Test
    void ofTheSourcesThatAreDueTheOneThatWaitedLongestComesFirst() {
        define("a", "a.example", NOW.minusSeconds(1));
        define("b", "b.example", NOW.minusSeconds(9));
        define("c", "c.example", NOW.plusSeconds(1));

        assertThat(state.next(NOW)).map(turn -> turn.source().getId()).hasValue("b");
    }

    @Test
    void ifNoneIsDueTheNextIsNamedWithItsTime() {
        define("a", "a.example", NOW.plusSeconds(9));
        define("b", "b.example", NOW.plusSeconds(3));

        assertThat(state.next(NOW)).map(PartitionState.Turn::at).hasValue(NOW.plusSeconds(3));
    }

    @Test
    void aHeldGroupWaitsAndOthersDoNot() {
        SourceCursor held = define("a", "one.example", NOW.minusSeconds(9));
        define("b", "one.example", NOW.minusSeconds(8));
        define("c", "two.example", NOW.minusSeconds(1));
        state.put(SourceCursor.newBuilder(held)
                .setGroupHeldUntil(NOW.plusSeconds(60))
                .build());

        assertThat(state.next(NOW)).map(turn -> turn.source().getId()).hasValue("c");
        state.withdraw("two.example/c");
        assertThat(state.next(NOW)).map(PartitionState.Turn::at).hasValue(NOW.plusSeconds(60));
    }

    @Test
    void aDisabledSourceHasNoTurn() {
        Source source = Sources.changed(Sources.feed("a", Duration.ofHours(1)), change -> change.setEnabled(false));
        state.define("a.example/a", source);
        state.put(Cursors.under(source, Optional.empty(), NOW));

        assertThat(state.next(NOW)).isEmpty();
    }

    private SourceCursor define(String id, String group, Instant nextPollAt) {
        Source source =
                Sources.changed(Sources.feed(id, Duration.ofHours(1)), change -> change.setPolitenessGroup(group));
        SourceCursor cursor = SourceCursor.newBuilder(Cursors.under(source, Optional.empty(), NOW))
                .setNextPollAt(nextPollAt)
                .build();
        state.define(group + "/" + id, source);
        state.put(cursor);
        return cursor;
    }
}
