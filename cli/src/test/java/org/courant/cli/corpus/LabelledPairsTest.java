package org.courant.cli.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledPairsTest {
    @TempDir
    private Path folder;

    @Test
    void aLineIsTwoRecordsAndALabel() throws IOException {
        WrittenData data = new WrittenData(folder)
                .withLabelledPairs(
                        "COL title VAL larders COL authors VAL a. b &#246; hm , c. d COL venue VAL v COL year VAL"
                                + " 1999 \tCOL title VAL sleeves COL authors VAL  COL venue VAL  COL year VAL  \t1\nbroken line\n");

        List<LabelledPairs.Pair> pairs =
                LabelledPairs.split(DataFolder.at(data.root()), "Structured/DBLP-ACM/valid.txt");

        assertThat(pairs)
                .containsExactly(new LabelledPairs.Pair(
                        new Paper("", "larders", "", List.of("a. böhm", "c. d"), 1999),
                        new Paper("", "sleeves", "", List.of(), 0),
                        true));
    }
}
