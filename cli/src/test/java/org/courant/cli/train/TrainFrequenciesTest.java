package org.courant.cli.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.courant.cli.CommandRun;
import org.courant.cli.ExitCode;
import org.courant.cli.corpus.WrittenData;
import org.courant.enrich.block.FrequencyTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainFrequenciesTest {
    @TempDir
    private Path folder;

    @Test
    void theSameDataGiveTheSameTable() throws IOException {
        new WrittenData(folder).withLists(30);

        CommandRun run = train("one.bin");
        train("two.bin");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.err()).contains("of 31 documents");
        assertThat(folder.resolve("one.bin")).hasSameBinaryContentAs(folder.resolve("two.bin"));
        FrequencyTable table = FrequencyTable.read(Files.newInputStream(folder.resolve("one.bin")));
        assertThat(table.header().documents()).isEqualTo(31);
        assertThat(table.header().threshold()).isEqualTo(2);
    }

    @Test
    void aFolderWithoutTextsIsAFailureThatSaysWhatIsMissing() {
        CommandRun run = train("one.bin");

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("holds neither").contains("daily-list");
    }

    private CommandRun train(String file) {
        return CommandRun.of(
                "train",
                "frequencies",
                "--data",
                folder.toString(),
                "--threshold",
                "2",
                "--to",
                folder.resolve(file).toString());
    }
}
