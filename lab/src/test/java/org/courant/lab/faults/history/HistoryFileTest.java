package org.courant.lab.faults.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456789Z");

    @TempDir
    private Path directory;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        LogRecord tombstone = new LogRecord(3, 17, Bytes.wrap(new byte[] {0, -1}), null, List.of(), true);
        LogRecord aborted = new LogRecord(
                4,
                18,
                null,
                Bytes.wrap(new byte[0]),
                List.of(new LogHeader("a", null), new LogHeader("b", bytes())),
                false);
        RecordedHistory history = new RecordedHistory(
                7,
                NOON,
                NOON,
                List.of(new RecordedTopic(
                        "t", List.of(new RecordedPartition(0, 3, 5, 5, List.of(tombstone, aborted))))),
                List.of(new Event(NOON, EventKind.KILL, "enrich-1", "in a transaction")),
                List.of(new Observation(NOON, "t", 0, 3)),
                List.of(new GroupPosition(NOON, "g", "t", 0, 3)),
                List.of(new StreamEvent(NOON, "client-1", 1, "publish-1", null, "upsert", "{}")),
                List.of(new ApiAnswer("publish-1", "/api/entries", 200, "{}")),
                List.of(new Delivery("s", "feed:s:1", "A title", false)),
                List.of("two requests at once"),
                List.of(new Poison("t", 0, 4, "garbage")),
                List.of("group g lags"),
                Map.of(1, "\"string\""));

        new HistoryFile(directory).write(history);

        assertThat(new HistoryFile(directory).read()).isEqualTo(history);
    }

    private static Bytes bytes() {
        return Bytes.wrap(new byte[] {1, 2});
    }
}
