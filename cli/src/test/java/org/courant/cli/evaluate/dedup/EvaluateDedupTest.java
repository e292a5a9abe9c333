package org.courant.cli.evaluate.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.courant.cli.CommandRun;
import org.courant.cli.ExitCode;
import org.courant.cli.corpus.WrittenData;
import org.courant.testkit.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateDedupTest {
    @TempDir
    private Path folder;

    @Test
    void whatTheFolderHoldsIsMeasured() throws IOException {
        new WrittenData(folder).withLists(60);

        CommandRun run = evaluate(folder);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains("daily lists")
                .contains("truncated to 60 % of the sentences: recall")
                .contains("µs of CPU")
                .doesNotContain("DBLP-ACM");
    }

    @Test
    void aMissedBarFailsAndIsNamed() throws IOException {
        new WrittenData(folder).withARevisionThatIsNone();

        CommandRun run = evaluate(folder);

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("revised papers, ids hidden, recall is 0; it must be at least 0.995");
    }

    @Test
    void programsGetFiguresAndMergedPairsAsJson() throws IOException {
        new WrittenData(folder).withLists(20);

        JsonNode result =
                new ObjectMapper().readTree(evaluate(folder, "--output", "json").out());

        assertThat(figure(result, "daily lists", "deliveries")).isEqualTo(40);
        assertThat(figure(result, "daily lists", "papers")).isEqualTo(20);
        assertThat(result.path("merged").isArray()).isTrue();
    }

    @Test
    void aFolderThatIsNotThereIsNamedWithTheRemedy() {
        CommandRun run = evaluate(folder.resolve("absent"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("there is no folder").contains("absent").contains("--data");
    }

    @Test
    void anEmptyFolderIsNothingToDo() {
        assertThat(evaluate(folder).exitCode()).isEqualTo(ExitCode.NOTHING_TO_DO);
    }

    @Test
    void everyBarIsMetOnCapturedData() throws IOException {
        Path data = SharedData.requireFolder("arxiv").resolveSibling("");

        CommandRun run = evaluate(data, "--output", "json");

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        JsonNode result = new ObjectMapper().readTree(run.out());
        assertThat(figure(result, "daily lists", "deliveries")).isEqualTo(23_320);
        assertThat(figure(result, "daily lists", "papers")).isEqualTo(13_897);
        assertThat(figure(result, "daily lists", "merged pairs")).isZero();
        assertThat(figure(result, "like texts under different ids", "merged and not judged"))
                .isZero();
    }

    private static CommandRun evaluate(Path data, String... more) {
        String[] arguments = new String[4 + more.length];
        arguments[0] = "evaluate";
        arguments[1] = "dedup";
        arguments[2] = "--data";
        arguments[3] = data.toString();
        System.arraycopy(more, 0, arguments, 4, more.length);
        return CommandRun.of(arguments);
    }

    private static int figure(JsonNode result, String part, String measure) {
        return StreamSupport.stream(result.path("figures").spliterator(), false)
                .filter(row -> row.path("part").asText().equals(part))
                .filter(row -> row.path("measure").asText().equals(measure))
                .mapToInt(row -> row.path("value").asInt())
                .findFirst()
                .orElseThrow();
    }
}
