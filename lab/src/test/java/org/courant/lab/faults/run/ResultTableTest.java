package org.courant.lab.faults.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultTableTest {
    private static final Result ONE =
            new Result(7, 1, "2026-01-01T00:00:00Z", 3, Map.of("kill enrich", List.of(400L, -1L)), Map.of());
    private static final Result TWO = new Result(
            8,
            3,
            "2026-01-01T00:01:00Z",
            2,
            Map.of("kill enrich", List.of(1_600L), "connections cut", List.of(9_000L)),
            Map.of("LOST", 1L, "DIFFERENT", 2L));

    @Test
    void addsUpTheRunsOfAFile(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("results");
        ONE.append(file);
        TWO.append(file);
        assertThat(Result.read(file)).containsExactly(ONE, TWO);
        assertThat(printed(ResultTable.of(file)))
                .contains("| connections cut | 1 | 9.0 s | 9.0 s |", "| kill enrich | 3 | 0.4 s | 1.6 s |")
                .endsWith(
                        "2 runs, 5 records aborted\n3 kills, 1 lost, 0 doubled, 0 hung, 2 other, gap p50 0.4 s p99 1.6 s\n");
    }

    @Test
    void aFaultAfterWhichNothingCameHasNoGap() {
        Result silent = new Result(9, 1, "", 0, Map.of("kill broker", List.of(-1L)), Map.of());
        assertThat(printed(new ResultTable(List.of(silent)))).contains("| kill broker | 1 | - | - |");
    }

    private static String printed(ResultTable table) {
        StringWriter text = new StringWriter();
        table.print(new PrintWriter(text, true));
        return text.toString().replace("\r\n", "\n");
    }
}
