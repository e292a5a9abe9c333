package org.courant.cli.evaluate.summaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.courant.cli.CommandRun;
import org.courant.cli.ExitCode;
import org.junit.jupiter.api.Test;

class EvaluateSummariesCommandTest {
    private static final Path DATA = Path.of("../../shared/data");

    @Test
    void aFolderWithoutTheDataIsNamed() {
        CommandRun run = CommandRun.of("evaluate", "summaries", "--data", "nowhere");

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(run.err()).contains("--data 'nowhere' has no labelled/scitldr-A.tar.gz");
    }

    @Test
    void everyBarButSpeedIsMetOnRealAbstractsAndNoTokenIsInvented() throws IOException {
        assumeThat(Files.exists(DATA))
                .as("real data in ../shared/data, which is absent")
                .isTrue();

        CommandRun run =
                CommandRun.of("evaluate", "summaries", "--data", DATA.toString(), "--sample", "3", "-o", "json");

        JsonNode figures = new ObjectMapper().readTree(run.out());
        assertThat(figures.path("papers").asInt()).isEqualTo(619);
        assertThat(figures.path("sample")).hasSize(3);
        figures.path("bars")
                .forEach(bar -> assertThat(bar.path("met").asBoolean()
                                || bar.path("figure").asText().contains("second"))
                        .as(bar.toString())
                        .isTrue());
    }
}
