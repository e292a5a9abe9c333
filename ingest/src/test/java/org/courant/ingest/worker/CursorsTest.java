package org.courant.ingest.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.courant.ingest.Sources;
import org.courant.schemas.Source;
import org.courant.schemas.SourceCursor;
import org.junit.jupiter.api.Test;

final class CursorsTest {
    private static final Instant NOW = Instant.parse("2026-08-12T10:00:00Z");

    private final Source source = Sources.feed("blog", Duration.ofHours(1));
    private final SourceCursor polled = SourceCursor.newBuilder(Cursors.under(source, Optional.empty(), NOW))
            .setEtag("\"1\"")
            .setMarks(Map.of("line", "7"))
            .setNextPollAt(NOW.plusSeconds(3600))
            .setLastRequestAt(NOW)
            .setConsecutiveFailures(3)
            .setGone(true)
            .build();

    @Test
    void aNewSourceIsDueAtOnce() {
        SourceCursor cursor = Cursors.under(source, Optional.empty(), NOW);

        assertThat(cursor.getNextPollAt()).isEqualTo(NOW);
        assertThat(cursor.getEtag()).isNull();
    }

    @Test
    void underTheSameDefinitionNothingChanges() {
        assertThat(Cursors.under(source, Optional.of(polled), NOW.plusSeconds(60)))
                .isSameAs(polled);
    }

    @Test
    void anotherIntervalMakesItDueAndKeepsWhatWasRead() {
        Source other = Sources.changed(source, change -> change.setPollIntervalMillis(1));
        SourceCursor cursor = Cursors.under(other, Optional.of(polled), NOW.plusSeconds(60));

        assertThat(cursor.getNextPollAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(cursor.getGone()).isFalse();
        assertThat(cursor.getConsecutiveFailures()).isZero();
        assertThat(cursor.getEtag()).isEqualTo("\"1\"");
        assertThat(cursor.getMarks()).containsEntry("line", "7");
    }

    @Test
    void validatorsAndMarksHoldForOneAddressOnly() {
        Source other = Sources.changed(source, change -> change.setUrl("https://blog.example/other"));
        SourceCursor cursor = Cursors.under(other, Optional.of(polled), NOW);

        assertThat(cursor.getEtag()).isNull();
        assertThat(cursor.getMarks()).isEmpty();
        assertThat(cursor.getLastRequestAt()).as("the pace of the host goes on").isEqualTo(NOW);
    }
}
